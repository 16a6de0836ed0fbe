package dev.ovsdb.testkit.interop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of what programs print what differs from run to run: UUIDs, times, ports and folders. */
final class Normal {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LOG_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\|\\d+\\|");
    private static final Pattern LOOPBACK_PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> folders = new LinkedHashMap<>();

    /** Names a folder in all texts from here on. */
    Normal folder(Path folder, String name) {
        folders.put(folder.toString(), "(" + name + ")");
        return this;
    }

    /** The text; a UUID that came up before has the same name again. */
    String text(String printed) {
        String plain = printed;
        for (Map.Entry<String, String> folder : folders.entrySet())
            plain = plain.replace(folder.getKey(), folder.getValue());
        plain = LOOPBACK_PORT
                .matcher(LOG_TIME.matcher(plain).replaceAll("(time)|"))
                .replaceAll("127.0.0.1:(port)");
        return UUID.matcher(plain).replaceAll(found -> name(found.group()));
    }

    /** The text with its lines sorted, for rows that come in an order of their UUIDs; these lose their names. */
    String sorted(String printed) {
        return UUID.matcher(text(printed).lines().sorted().collect(Collectors.joining("\n")))
                .replaceAll("(uuid)")
                .replaceAll("\\(uuid \\d+\\)", "(uuid)")
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String name(String uuid) {
        return names.computeIfAbsent(uuid, unused -> "(uuid " + (names.size() + 1) + ")");
    }
}
