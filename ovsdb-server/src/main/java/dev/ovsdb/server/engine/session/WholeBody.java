package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Gathers a result that comes piece by piece, for code of this process, which takes it whole. */
final class WholeBody implements PieceSink {
    private final BodySource source;
    private final CompletableFuture<JsonBytes> whole;
    private final List<ByteBuffer> pieces = new ArrayList<>();

    WholeBody(BodySource source, CompletableFuture<JsonBytes> whole) {
        this.source = source;
        this.whole = whole;
    }

    void gather() {
        source.next(this);
    }

    @Override
    public void piece(List<ByteBuffer> bytes) {
        pieces.addAll(bytes);
        source.next(this);
    }

    @Override
    public void end() {
        source.close();
        whole.complete(JsonBytes.of(pieces));
    }

    @Override
    public void fail(Throwable cause) {
        source.close();
        whole.completeExceptionally(cause);
    }
}
