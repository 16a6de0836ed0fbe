package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.text.JsonPrinter;

/** Error replies in the reference server's words. */
final class Errors {
    static final JsonValue UNKNOWN_METHOD = JsonValue.of("unknown method");
    static final JsonValue CANCELED = JsonValue.of("canceled");
    static final JsonValue UNKNOWN_MONITOR = JsonValue.of("unknown monitor");
    static final JsonValue INVALID_PARAMETERS = JsonValue.of("invalid parameters");
    static final JsonValue READ_ONLY_LOCK =
            JsonValue.of("lock and unlock methods not allowed, DB server is read only.");

    private Errors() {}

    /** {@code syntax error} about parameters. */
    static JsonValue syntax(JsonBytes params, String details) {
        return about(params.toValue(), ErrorTag.SYNTAX_ERROR, details);
    }

    /** An error about a JSON text. */
    static JsonValue about(JsonValue text, ErrorTag tag, String details) {
        return JsonObject.EMPTY
                .with("syntax", JsonValue.of(JsonPrinter.sorted(text)))
                .with("details", JsonValue.of(details))
                .with("error", JsonValue.of(tag.text()));
    }

    /** A limit of the engine is reached: the reference has no such answer. */
    static JsonValue exhausted(String details) {
        return of(OperationError.of(ErrorTag.RESOURCES_EXHAUSTED, details));
    }

    /** What an error is called. */
    static String tag(JsonValue error) {
        JsonValue tag = error instanceof JsonObject object ? object.get("error").orElse(JsonValue.ofNull()) : error;
        return tag instanceof JsonString text ? text.value() : "other";
    }

    static JsonValue of(OperationError error) {
        var writer = new JsonWriter();
        error.write(writer);
        return JsonValue.parse(writer.toByteArray());
    }
}
