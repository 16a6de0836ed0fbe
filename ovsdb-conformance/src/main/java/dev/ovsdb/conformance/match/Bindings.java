package dev.ovsdb.conformance.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which UUIDs the names {@code @1}, {@code @2}, and which numbers {@code #1}, {@code #2} stand for in one run of a case. */
public final class Bindings {
    private static final Pattern NAME = Pattern.compile("[@#]\\d+");
    private static final String NUMBER = "(\\d+)";
    private static final String UUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** The text with each name replaced by what it stands for; fails if that is nothing yet. */
    public String substitute(String text) {
        return NAME.matcher(text).replaceAll(name -> {
            String value = byName.get(name.group());
            if (value == null) throw new IllegalStateException("nothing has bound " + name.group() + " in " + text);
            return value;
        });
    }

    /** The bindings as they are now. */
    Mark mark() {
        return new Mark(new LinkedHashMap<>(byName));
    }

    /** Forgets what was bound since. */
    void reset(Mark mark) {
        byName.clear();
        byName.putAll(mark.byName());
    }

    /** Bindings of a moment. */
    record Mark(Map<String, String> byName) {}

    /** True if the actual text is the expected one, names being what they are bound to; binds those that are not. */
    boolean matches(String expected, String actual) {
        if (!NAME.matcher(expected).find()) return expected.equals(actual);
        Map<String, String> fresh = new LinkedHashMap<>();
        Matcher matcher =
                Pattern.compile(pattern(expected, fresh), Pattern.DOTALL).matcher(actual);
        if (!matcher.matches()) return false;
        int group = 1;
        for (String name : fresh.keySet()) byName.put(name, matcher.group(group++));
        return true;
    }

    private String pattern(String expected, Map<String, String> fresh) {
        StringBuilder pattern = new StringBuilder();
        Matcher names = NAME.matcher(expected);
        int from = 0;
        while (names.find()) {
            pattern.append(Pattern.quote(expected.substring(from, names.start())));
            pattern.append(valueOf(names.group(), fresh));
            from = names.end();
        }
        return pattern.append(Pattern.quote(expected.substring(from))).toString();
    }

    private String valueOf(String name, Map<String, String> fresh) {
        if (byName.containsKey(name)) return Pattern.quote(byName.get(name));
        if (fresh.containsKey(name)) return fresh.get(name);
        fresh.put(name, "\\" + (fresh.size() + 1));
        return name.startsWith("@") ? UUID : NUMBER;
    }
}
