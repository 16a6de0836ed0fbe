package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;

/** The request that asks a silent peer for a sign of life, with the id that the reference uses. Its answer says nothing. */
final class Probe extends Outbound {
    /** The method, and the id of the request. */
    static final String ECHO = "echo";

    private static final JsonString ID = JsonValue.of(ECHO);
    private static final byte[] ID_TEXT = ID.toString().getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 64;

    static boolean isAnsweredBy(JsonValue id) {
        return id.equals(ID);
    }

    @Override
    long size() {
        return BYTES;
    }

    @Override
    void write(LoopConnection connection, WriteBatch batch) {
        batch.request(ID_TEXT, ECHO, JsonBytes.EMPTY_ARRAY);
        connection.wireLog().sent("probe", ECHO, JsonBytes.EMPTY_ARRAY);
    }
}
