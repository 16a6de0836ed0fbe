package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;

/** A large result as its client takes it: readers find and write its rows. */
final class ResultSource implements BodySource {
    private final ResultText text;
    private final ResultBody body;
    private final Executor readers;

    ResultSource(ResultText text, Executor readers) {
        this.text = text;
        this.body = new ResultBody(text);
        this.readers = readers;
    }

    @Override
    public void next(PieceSink sink) {
        if (body.isAtEnd()) {
            sink.end();
        } else {
            readers.execute(() -> make(sink));
        }
    }

    private void make(PieceSink sink) {
        List<ByteBuffer> piece;
        try {
            piece = body.piece();
        } catch (RuntimeException | OutOfMemoryError e) {
            sink.fail(e);
            return;
        }
        sink.piece(piece);
    }

    @Override
    public void close() {
        text.abandon();
    }
}
