package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.protocol.rpc.ResultReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a body as it arrives, as soon as it is known how; what comes before that is kept. Confined to the event loop, on
 * which the reader must come too.
 */
final class RowsBody<T> implements BodyConsumer<CompletableFuture<T>> {
    private final CompletableFuture<ResultReader<T>> reader;
    private final List<ByteBuffer> kept = new ArrayList<>();

    /** @param reader must not fail */
    RowsBody(CompletableFuture<ResultReader<T>> reader) {
        this.reader = reader;
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (reader.isDone()) {
            feedKept(reader.join());
            reader.join().feed(chunk);
        } else {
            byte[] copy = new byte[chunk.remaining()]; // The chunk is valid during this call only.
            chunk.get(copy);
            kept.add(ByteBuffer.wrap(copy));
        }
    }

    private void feedKept(ResultReader<T> known) {
        kept.forEach(known::feed);
        kept.clear();
    }

    @Override
    public CompletableFuture<T> onEnd() {
        return reader.thenApply(known -> {
            feedKept(known);
            return known.finish();
        });
    }
}
