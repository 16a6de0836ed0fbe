package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;

/** How a call ended, or what else arrived: what a session's thread is told, in wire order. */
sealed interface Reply {
    /** The result of the call. */
    record Result(JsonBytes body) implements Reply {}

    /** The error of the call. */
    record Failure(JsonValue error) implements Reply {}

    /** A notification. */
    record Notice(String method, JsonBytes params) implements Reply {}

    /** Nothing comes any more; the reason is the system's. */
    record End(String reason) implements Reply {}
}
