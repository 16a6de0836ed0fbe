package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.jsonrpc.time.Clock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What changed since a transaction that the client knows, as one piece made on the readers' executor. */
final class ResumedReply implements MonitorReply {
    private final Step since;
    private final Subscription subscription;
    private final Executor readers;
    private final Clock clock;
    private boolean handed;
    private volatile long lastProgress;

    ResumedReply(Step since, Subscription subscription, Executor readers, Clock clock) {
        this.since = since;
        this.subscription = subscription;
        this.readers = readers;
        this.clock = clock;
        this.lastProgress = clock.nanoTime();
    }

    @Override
    public Optional<JsonBytes> whole() {
        return Optional.empty();
    }

    @Override
    public void next(PieceSink sink) {
        lastProgress = clock.nanoTime();
        if (handed) {
            sink.end();
        } else {
            handed = true;
            readers.execute(() -> make(sink));
        }
    }

    private void make(PieceSink sink) {
        JsonBytes text;
        try {
            text = toWhole();
        } catch (RuntimeException | OutOfMemoryError e) {
            sink.fail(e);
            return;
        }
        sink.piece(text.buffers());
    }

    /** The text at once, on the caller's thread. */
    JsonBytes toWhole() {
        JsonBytes changes = subscription.encode(since);
        if (changes == null) {
            return text("[true,\"" + since.transactionId() + "\",{}]");
        }
        List<ByteBuffer> bytes = new ArrayList<>(text("[true,").buffers());
        bytes.addAll(changes.buffers());
        return JsonBytes.of(bytes);
    }

    private static JsonBytes text(String ascii) {
        return JsonBytes.of(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public long lastProgressNanos() {
        return lastProgress;
    }

    @Override
    public void close() {}
}
