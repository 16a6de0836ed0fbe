package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;

/** A notification on its way out. */
final class Notification extends Outbound {
    private static final int ENVELOPE_BYTES = 64;

    private final String method;
    private final JsonBytes params;

    Notification(String method, JsonBytes params) {
        JsonValue.of(method); // Refuses what no JSON string can hold, before it is half written.
        this.method = method;
        this.params = params;
    }

    @Override
    long size() {
        return params.size() + method.length() + ENVELOPE_BYTES;
    }

    @Override
    void write(LoopConnection connection, WriteBatch batch) {
        batch.notification(method, params);
        connection.wireLog().sent("notification", method, params);
    }
}
