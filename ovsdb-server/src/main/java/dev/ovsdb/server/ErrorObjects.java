package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.text.JsonPrinter;

/** Error replies that are objects, in the reference's words. */
final class ErrorObjects {
    private ErrorObjects() {}

    /** @param culprit what is wrong; it is quoted */
    static RpcErrorException syntaxError(JsonValue culprit, String details) {
        return new RpcErrorException(of("syntax error", details, culprit));
    }

    static JsonValue unknownDatabase(String method, JsonValue params, String database) {
        return of("unknown database", method + " request specifies unknown database " + database, params);
    }

    private static JsonObject of(String tag, String details, JsonValue culprit) {
        return JsonObject.EMPTY
                .with("syntax", JsonValue.of(JsonPrinter.quoted(culprit)))
                .with("details", JsonValue.of(details))
                .with("error", JsonValue.of(tag));
    }
}
