package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.jsonrpc.connection.Call;
import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.protocol.rpc.ResultReader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls from what {@code protocol.rpc} knows of each method. */
final class Calls {
    private Calls() {}

    /** A call whose result is small: kept, then read. Its time-out counts from the request. */
    static <T extends @Nullable Object> Call<T> small(
            String method, List<ByteBuffer> params, Duration timeout, Supplier<ResultReader<T>> reader) {
        return new Call<>(
                method,
                JsonBytes.of(params),
                timeout,
                TimeoutFrom.REQUEST,
                () -> BodyConsumer.buffered(body -> reader.get().read(body.buffers())));
    }

    /** A call whose result is read as it comes. Its time-out counts from the last byte. */
    static <T> Call<T> download(
            String method, List<ByteBuffer> params, Duration timeout, Supplier<BodyConsumer<T>> result) {
        return new Call<>(method, JsonBytes.of(params), timeout, TimeoutFrom.LAST_BYTE, result);
    }
}
