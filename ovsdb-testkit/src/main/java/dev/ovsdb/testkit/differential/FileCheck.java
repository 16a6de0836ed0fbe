package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.testkit.Tool;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the files of both servers hold, against what the reference server says.
 *
 * <p>The other's file is read by {@code ovsdb-tool} and, as the reference's file, by this project's server. The reference 3.1.0 does not
 * always read its own: in a record of differences it takes that to a default value which is not empty for the value itself.
 */
final class FileCheck {
    private final JsonObject request;
    private final Normal normal;

    /** @param request for the contents, without what files do not hold */
    FileCheck(JsonObject request, Normal normal) {
        this.request = request;
        this.normal = normal;
    }

    /** Compares with what the server says: where the readings differ is told by their names. */
    Optional<Difference> compare(int step, Subject reference, Subject other) {
        JsonValue contents = saidBy(reference);
        JsonObject readings = Json.object();
        if (reference.file().isPresent())
            readings = readings.with(
                    "the reference's file", byServer(reference.file().get()));
        if (other.file().isPresent()) {
            Path file = other.file().get();
            readings = readings.with("the other's file", byServer(file))
                    .with("the other's file, by ovsdb-tool", byTool(file));
        }
        return readings.members().entrySet().stream()
                .filter(reading -> !reading.getValue().equals(contents))
                .findFirst()
                .map(reading -> new Difference(
                        step, reading.getKey(), Json.sortedText(contents), Json.sortedText(reading.getValue())));
    }

    private JsonValue byTool(Path file) {
        Tool.Result result = Tool.named("ovsdb-tool")
                .run(
                        "query",
                        file.toString(),
                        Json.member(request, "params").orElseThrow().toString());
        // What it warns of is a difference too.
        return result.succeeded() && result.errors().isBlank()
                ? contents(JsonValue.parse(result.output()))
                : Json.text(result.toString());
    }

    /** What this server reads of the reference's file; if that is something else, but it does not read it itself, what it should be. */
    private JsonValue byServer(Path file, JsonValue contents) {
        JsonValue reading = byServer(file);
        return reading.equals(contents) || byTool(file).equals(contents) ? reading : contents;
    }

    private JsonValue byServer(Path file) {
        try (Subject server = EmbeddedSubject.ofCopy(file)) {
            return saidBy(server);
        }
    }

    private JsonValue saidBy(Subject server) {
        try (Wire wire = Wire.open(server.remote())) {
            wire.send(request.toString());
            JsonValue reply = wire.receive();
            return Json.member(reply, "result").map(this::contents).orElse(reply);
        } catch (UncheckedIOException e) {
            return Json.text(String.valueOf(e.getMessage())); // The reference may fall at any moment.
        }
    }

    private JsonValue contents(JsonValue result) {
        return normal.message(Json.object().with("result", result));
    }
}
