package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the reference implementation through {@code ovsdb-tool}, which needs no server. */
final class ReferenceTool {
    private static final Path PROGRAM = Stream.of("/usr/bin/ovsdb-tool", "/usr/local/bin/ovsdb-tool")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("ovsdb-tool"));

    private record Answer(int status, String output) {}

    private ReferenceTool() {}

    /** The tool; without it the test is skipped, or fails where peers are required. */
    static ReferenceTool require() {
        Installed.require(PROGRAM);
        return new ReferenceTool();
    }

    /** What the reference says to an error that the case expects. */
    static String errorFor(Vector vector) {
        return switch (vector.expected()) {
            case "error syntax" -> "syntax error";
            case "error duplicate" -> "ovsdb error";
            case "error utf-8" -> "constraint violation";
            default -> vector.action().equals("check") ? "constraint violation" : "refused";
        };
    }

    String run(Vector vector) {
        try {
            Path folder = Files.createTempDirectory("ovsdb-vector");
            try {
                return run(vector, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Vector vector, Path folder) throws IOException {
        Path database = folder.resolve("db");
        Path schema = folder.resolve("schema");
        boolean isSchema = vector.action().equals("schema");
        Files.write(schema, isSchema ? vector.input() : vector.schemaText().getBytes(StandardCharsets.UTF_8));
        Answer created = ovsdbTool("create", database.toString(), schema.toString());
        if (isSchema) {
            return created.status != 0
                    ? "refused"
                    : sorted(Files.readAllLines(database).get(1));
        }
        boolean empty = vector.action().equals("default");
        String row = empty ? "{}" : "{\"c\":" + ascii(vector.input()) + "}";
        Answer answer = ovsdbTool(
                "transact",
                database.toString(),
                "[\"D\",{\"op\":\"insert\",\"table\":\"T\",\"row\":" + row
                        + "},{\"op\":\"select\",\"table\":\"T\",\"where\":[],\"columns\":[\"c\"]}]");
        return answer.status != 0
                ? "refused"
                : outcome(answer.output, vector.action().equals("check"));
    }

    /** The text with escapes in place of other characters, for arguments depend on the locale. */
    private static String ascii(byte[] json) {
        StringBuilder out = new StringBuilder();
        new String(json, StandardCharsets.UTF_8)
                .chars()
                .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c)));
        return out.toString();
    }

    /** The error of the first operation, or what the second one selected. */
    private static String outcome(String results, boolean onlyWhether) {
        JsonReader in = JsonReader.of(results.getBytes(StandardCharsets.UTF_8));
        in.beginArray();
        String error = null;
        in.beginObject();
        while (in.hasNext()) {
            if (in.nextName().equals("error")) {
                error = in.nextString();
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        if (error != null) {
            return error;
        }
        in.beginObject();
        in.nextName();
        in.beginArray();
        in.beginObject();
        in.nextName();
        String value = new String(in.rawValue(), StandardCharsets.UTF_8);
        return onlyWhether ? "ok" : value;
    }

    private static String sorted(String json) {
        JsonWriter out = new JsonWriter();
        SortedJson.copy(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString();
    }

    private static Answer ovsdbTool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return new Answer(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException("interrupted while ovsdb-tool ran", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
