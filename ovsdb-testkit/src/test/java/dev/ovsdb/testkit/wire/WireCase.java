package dev.ovsdb.testkit.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An exchange with a server, from a file {@code wire/cases/E12-what-it-shows.wire}: comments, settings, then {@link Step}s.
 *
 * <p>{@code schema: NAME} chooses {@code wire/schemas/NAME.ovsschema} ({@code w} if not said); {@code server: cluster} a
 * cluster of one. A session is named by a digit before the sign, the first one by none. In texts {@code @1}, {@code @2} stand
 * for UUIDs: the first use in an expectation takes whatever UUID is there, later uses mean that one; {@code #1} stands in the
 * same way for a number within a text. {@code **N**} stands for N
 * nested arrays.
 */
record WireCase(String name, String schema, boolean cluster, List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("(\\d?)(>!|>%|>|<%|<) (.*)");
    private static final Pattern NESTED = Pattern.compile("\\*\\*(\\d+)\\*\\*");
    private static final Map<String, Step.Kind> KINDS = Map.of(
            ">", Step.Kind.SEND,
            ">!", Step.Kind.SEND_BAD,
            ">%", Step.Kind.SEND_BYTES,
            "<", Step.Kind.EXPECT,
            "<%", Step.Kind.EXPECT_BYTES);

    /** All cases, in the order of their names. */
    static List<WireCase> all() {
        try (Stream<Path> files = Files.list(resource("/wire/cases"))) {
            return files.filter(file -> file.toString().endsWith(".wire"))
                    .sorted()
                    .map(WireCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the fact: 12 for {@code E12-...}. */
    int fact() {
        return Integer.parseInt(name.substring(1, 3));
    }

    Path schemaFile() {
        return resource("/wire/schemas/" + schema + ".ovsschema");
    }

    URI source() {
        return resource("/wire/cases/" + name + ".wire").toUri();
    }

    private static WireCase read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.wire$", "");
        String schema = "w";
        boolean cluster = false;
        List<Step> steps = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("schema: ")) schema = line.substring("schema: ".length());
            else if (line.equals("server: cluster")) cluster = true;
            else steps.add(step(name, i + 1, line));
        }
        return new WireCase(name, schema, cluster, List.copyOf(steps));
    }

    private static Step step(String name, int number, String line) {
        Matcher matcher = STEP.matcher(line);
        if (!matcher.matches()) throw new IllegalStateException(name + ":" + number + " is no step: " + line);
        String text = NESTED.matcher(matcher.group(3)).replaceAll(nested -> nested(Integer.parseInt(nested.group(1))));
        Step.Kind kind = line.endsWith("< closed") ? Step.Kind.EXPECT_CLOSED : KINDS.get(matcher.group(2));
        return new Step(number, matcher.group(1), kind, text);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(WireCase.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
