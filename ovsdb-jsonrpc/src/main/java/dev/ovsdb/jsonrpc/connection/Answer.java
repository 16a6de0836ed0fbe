package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;

/** A reply, or an error reply, on its way out. */
final class Answer extends Outbound {
    private static final int ENVELOPE_BYTES = 64;

    private final JsonValue id;
    private final JsonBytes body;
    private final boolean error;

    Answer(JsonValue id, JsonBytes body, boolean error) {
        this.id = id;
        this.body = body;
        this.error = error;
    }

    @Override
    long size() {
        return body.size() + ENVELOPE_BYTES;
    }

    @Override
    void write(LoopConnection connection, WriteBatch batch) {
        byte[] text = id.toString().getBytes(StandardCharsets.UTF_8);
        long before = batch.size();
        if (error) {
            batch.errorReply(text, body);
        } else {
            batch.reply(text, body);
        }
        connection.flow().replied(batch.size() - before);
        connection.wireLog().sent(error ? "error reply" : "reply", id.toString(), body);
    }
}
