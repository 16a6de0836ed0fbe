package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import java.util.Optional;

/** A small reply, made at once. Confined to the session's loop. */
final class WholeReply implements MonitorReply {
    private final JsonBytes text;
    private final long made;
    private boolean handed;

    WholeReply(JsonBytes text, long made) {
        this.text = text;
        this.made = made;
    }

    @Override
    public Optional<JsonBytes> whole() {
        return Optional.of(text);
    }

    @Override
    public void next(PieceSink sink) {
        if (handed) {
            sink.end();
        } else {
            handed = true;
            sink.piece(text.buffers());
        }
    }

    @Override
    public long lastProgressNanos() {
        return made;
    }

    @Override
    public void close() {}
}
