package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.Main;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a run of {@code ovsdb-tool}, ours or the reference's: what differs by place, time and version made equal. */
record ToolRun(int status, String out, String message) {
    private static final String LOG_LINE = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\|\\d+\\|.*";

    static ToolRun own(Path folder, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("tool"));
        line.addAll(placed(folder, arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(line, new ByteArrayInputStream(new byte[0]), out, err, Map.of());
        return of(folder, status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static ToolRun reference(Path folder, List<String> arguments) {
        Tool.Result result =
                Tool.named("ovsdb-tool").run(placed(folder, arguments).toArray(new String[0]));
        String program = Peers.find("ovsdb-tool").orElseThrow().toString();
        return of(folder, result.status(), result.output(), result.errors().replace(program, ToolProgram.NAME));
    }

    private static List<String> placed(Path folder, List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.replace("@", folder + "/"))
                .toList();
    }

    private static ToolRun of(Path folder, int status, String out, String err) {
        String message = err.lines().filter(line -> !line.matches(LOG_LINE)).collect(Collectors.joining("\n"));
        return new ToolRun(status, masked(folder, out), masked(folder, message));
    }

    /**
     * The same with the rows and columns of each record sorted: they come in the order in which they stand in the file, and there
     * each program has its own.
     */
    ToolRun sorted() {
        StringBuilder sorted = new StringBuilder();
        List<String> rows = new ArrayList<>();
        for (String line : out.split("\n", -1)) {
            if (line.startsWith("  table ")) {
                rows.add(line);
            } else if (line.startsWith("    ") && !rows.isEmpty()) {
                rows.set(rows.size() - 1, sorted(rows.get(rows.size() - 1) + "\n" + line));
            } else {
                rows.stream().sorted().forEach(row -> sorted.append(row).append('\n'));
                rows.clear();
                sorted.append(line).append('\n');
            }
        }
        return new ToolRun(status, sorted.toString(), message);
    }

    private static String sorted(String row) {
        List<String> lines = new ArrayList<>(row.lines().toList());
        Collections.sort(lines.subList(1, lines.size()));
        return String.join("\n", lines);
    }

    private static String masked(Path folder, String text) {
        return text.replace(folder + "/", "@")
                .replaceAll("created from .*/good", "created from @good") // By whoever made the files.
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "<time>")
                .replaceAll("(by ovsdb-tool) [^\"]*", "$1 <version>");
    }
}
