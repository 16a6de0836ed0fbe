package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A body that is kept whole. A connection leaves the keeping to its framer, and maps what that kept. */
final class BufferedBody<T> implements BodyConsumer<T> {
    private final Function<JsonBytes, T> mapper;
    private final List<ByteBuffer> chunks = new ArrayList<>(1);

    BufferedBody(Function<JsonBytes, T> mapper) {
        this.mapper = mapper;
    }

    T map(JsonBytes body) {
        return mapper.apply(body);
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        chunks.add(ByteBuffer.allocate(chunk.remaining()).put(chunk).flip());
    }

    @Override
    public T onEnd() {
        return map(JsonBytes.of(chunks));
    }
}
