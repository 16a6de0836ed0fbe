package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;

/** Reads the parameters of requests, calls the session's method, and writes what it answers. */
final class TypedCalls {
    private TypedCalls() {}

    static void dispatch(HandlerSession session, ServerRequest request) {
        throw new UnsupportedOperationException();
    }

    static void notification(HandlerSession session, String method, JsonBytes params) {
        throw new UnsupportedOperationException();
    }
}
