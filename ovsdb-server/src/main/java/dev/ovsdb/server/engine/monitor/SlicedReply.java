package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.server.engine.monitor.Contents.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The contents of a version, slice by slice as the client takes them, made on the readers' executor or found ready. */
final class SlicedReply implements MonitorReply {
    private final Contents contents;
    private final ContentsCache cache;
    private final Executor readers;
    private final Clock clock;
    private final String head;
    private final String tail;
    private int number; // Of the next slice; pieces are asked for one after another.
    private boolean ended;
    private volatile long lastProgress;

    /**
     * @param contents entered already
     * @param head what stands before the slices
     * @param tail what stands behind them
     */
    SlicedReply(Contents contents, ContentsCache cache, Executor readers, Clock clock, String head, String tail) {
        this.contents = contents;
        this.cache = cache;
        this.readers = readers;
        this.clock = clock;
        this.head = head;
        this.tail = tail;
        this.lastProgress = clock.nanoTime();
    }

    @Override
    public Optional<JsonBytes> whole() {
        return Optional.empty();
    }

    @Override
    public void next(PieceSink sink) {
        lastProgress = clock.nanoTime();
        if (ended) {
            sink.end();
            return;
        }
        Slice ready = cache.ready(contents, number);
        if (ready != null) {
            hand(ready, sink);
        } else {
            readers.execute(() -> make(sink));
        }
    }

    private void make(PieceSink sink) {
        Slice made;
        try {
            made = cache.slice(contents, number);
        } catch (RuntimeException | OutOfMemoryError e) {
            sink.fail(e);
            return;
        }
        hand(made, sink);
    }

    private void hand(Slice slice, PieceSink sink) {
        List<ByteBuffer> bytes = new ArrayList<>(slice.bytes().size() + 2);
        if (number == 0) {
            bytes.add(text(head));
        }
        slice.bytes().forEach(buffer -> bytes.add(buffer.duplicate()));
        if (slice.last()) {
            bytes.add(text(tail));
        }
        ended = slice.last();
        number++;
        lastProgress = clock.nanoTime();
        sink.piece(bytes);
    }

    private static ByteBuffer text(String ascii) {
        return ByteBuffer.wrap(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text, if it is no more than a slice, made at once on the caller's thread; else null, and its first slice lies ready. */
    @Nullable
    JsonBytes wholeOrNull() {
        Slice known = cache.ready(contents, 0);
        if (known != null && !known.last()) {
            return null; // Others have asked for the same: not made again.
        }
        Slice slice = contents.make(0);
        if (!slice.last()) {
            cache.keep(contents, slice);
            return null;
        }
        List<ByteBuffer> bytes = new ArrayList<>(slice.bytes().size() + 2);
        bytes.add(text(head));
        bytes.addAll(slice.bytes());
        bytes.add(text(tail));
        return JsonBytes.of(bytes);
    }

    @Override
    public long lastProgressNanos() {
        return lastProgress;
    }

    @Override
    public void close() {
        contents.leave();
    }
}
