package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.operation.InvalidOperationException;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.MonitorCondSince;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Results of methods on the wire. */
final class Encoding {
    private static final JsonBytes EMPTY_OBJECT = JsonBytes.of(JsonObject.EMPTY);

    private Encoding() {}

    /** A reader of the whole text. */
    static JsonReader reader(JsonBytes text) {
        return text.buffers().size() == 1 ? JsonReader.of(text.buffers().get(0)) : JsonReader.of(text.toByteArray());
    }

    static byte[] utf8(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonBytes write(Consumer<JsonWriter> content) {
        JsonWriter writer = new JsonWriter();
        content.accept(writer);
        return JsonBytes.of(writer.toBuffers());
    }

    static JsonBytes names(List<String> names) {
        return JsonBytes.of(JsonValue.array(names.stream().map(JsonValue::of).toList()));
    }

    static JsonBytes of(DatabaseSchema schema) {
        return write(schema::write);
    }

    static JsonBytes of(TransactionOutcome outcome) {
        return write(outcome::write);
    }

    static JsonBytes of(TableUpdates updates, UpdateNotation notation) {
        return write(writer -> updates.write(writer, notation));
    }

    static JsonBytes of(MonitorCondSince.Result result) {
        return write(writer -> {
            writer.beginArray()
                    .value(result.found())
                    .value(result.lastTransactionId().toString());
            result.updates().write(writer, UpdateNotation.V2);
            writer.endArray();
        });
    }

    static JsonBytes of(UUID uuid) {
        return JsonBytes.of(JsonValue.of(uuid.toString()));
    }

    static JsonBytes locked(boolean locked) {
        return JsonBytes.of(JsonValue.object("locked", JsonValue.of(locked)));
    }

    static JsonBytes done(@Nullable Void nothing) {
        return EMPTY_OBJECT;
    }

    /** The result of a transaction in which an operation cannot be read, and none was executed. */
    static JsonBytes failedOperation(InvalidOperationException e) {
        JsonObject error = JsonObject.EMPTY
                .with("details", JsonValue.of(e.details()))
                .with("error", JsonValue.of(e.tag().text()));
        return JsonBytes.of(new JsonArray(List.of(error)));
    }
}
