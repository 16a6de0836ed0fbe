package dev.ovsdb.conformance.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code name: value} lines at the head of a case's file, up to the first empty line. */
final class Header {
    private static final Pattern LINE = Pattern.compile("([a-z-]+): (.+)");
    private static final List<String> NAMES = List.of(
            "title",
            "source",
            "feature",
            "profile",
            "extension",
            "database",
            "needs",
            "changes",
            "writes",
            "rule",
            "instead-of",
            "of",
            "reason");

    private final String file;
    private final Map<String, String> values = new LinkedHashMap<>();

    Header(String file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException if the line is none of a header, or a second one of its name */
    void read(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || !NAMES.contains(matcher.group(1))) {
            throw new IllegalArgumentException(file + ":" + number + " is no line of a header: " + line);
        }
        if (values.put(matcher.group(1), matcher.group(2).strip()) != null) {
            throw new IllegalArgumentException(file + ":" + number + " comes twice: " + line);
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String require(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException(file + " has no line \"" + name + ":\""));
    }
}
