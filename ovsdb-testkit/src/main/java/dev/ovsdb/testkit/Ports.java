package dev.ovsdb.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TCP ports of a server's listeners by index: unknown before its first start, the same ever after. */
final class Ports {
    private static final Pattern LISTENING = Pattern.compile("\\|(0+):[^|]*: listening on port (\\d+)");

    private final Map<Integer, Integer> byIndex = new LinkedHashMap<>();

    /** Takes the ports that a start has chosen; a start on known ports chooses none. */
    void learn(List<String> log) {
        for (String line : log) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) byIndex.put(matcher.group(1).length() - 1, Integer.valueOf(matcher.group(2)));
        }
    }

    void set(int index, int port) {
        byIndex.put(index, port);
    }

    boolean knows(int index) {
        return byIndex.containsKey(index);
    }

    String argument(int index) {
        Integer known = byIndex.get(index);
        return known == null ? Listen.anyPort(index) : known.toString();
    }

    int port(int index) {
        Integer known = byIndex.get(index);
        if (known == null) throw new IllegalStateException("the server's log names no port for listener " + index);
        return known;
    }
}
