package dev.ovsdb.conformance;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.ServerRequest;
import java.util.Optional;

/** What a handler does wrong: alters what a right one says. By default it alters nothing. */
interface Fault {
    /** Whether the request is answered here; then the right handler does not see it. */
    default boolean answers(ServerRequest request) {
        return false;
    }

    default JsonValue result(String method, JsonValue params, JsonValue result) {
        return result;
    }

    default JsonValue error(String method, JsonValue error) {
        return error;
    }

    /** The parameters of a notification; empty if it is not sent. */
    default Optional<JsonValue> notification(String method, JsonValue params) {
        return Optional.of(params);
    }

    /** Whether notifications wait for the reply to the request that is executed meanwhile. */
    default boolean notifiesBehindReplies() {
        return false;
    }
}
