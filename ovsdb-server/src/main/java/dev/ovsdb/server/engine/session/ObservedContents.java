package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.jsonrpc.events.Recording;
import java.nio.ByteBuffer;
import java.util.List;

/** The reply to a monitor's request while somebody records how it leaves. */
final class ObservedContents implements BodySource {
    private final BodySource source;
    private final MonitorContentsEvent event = new MonitorContentsEvent();
    private volatile long bytes; // One piece comes after the other.
    private volatile boolean complete;

    private ObservedContents(BodySource source, String peer, String method, String database) {
        this.source = source;
        event.peer = peer;
        event.method = method;
        event.database = database;
        event.begin();
    }

    /** The source itself if nobody records. */
    static BodySource of(BodySource source, MonitorOpenCall call, String database) {
        return Recording.isPossible() && MonitorContentsEvent.isWanted()
                ? new ObservedContents(source, call.session.client().address(), call.request.method(), database)
                : source;
    }

    @Override
    public void next(PieceSink sink) {
        source.next(new PieceSink() {
            @Override
            public void piece(List<ByteBuffer> piece) {
                bytes += piece.stream().mapToLong(ByteBuffer::remaining).sum();
                sink.piece(piece);
            }

            @Override
            public void end() {
                complete = true;
                sink.end();
            }

            @Override
            public void fail(Throwable cause) {
                sink.fail(cause);
            }
        });
    }

    @Override
    public void close() {
        source.close();
        if (event.shouldCommit()) {
            event.bytes = bytes;
            event.complete = complete;
            event.commit();
        }
    }
}
