package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call from the moment it is made until it ends. Its future is anybody's; all else is confined to the event loop.
 *
 * <p>waiting (in the outbound queue) -&gt; pending (written, in the table of pending calls) -&gt; ended
 */
final class CallRequest<T> extends Outbound implements PendingCall<T> {
    /** A future whose cancelling is heard. */
    private static final class CallFuture<T> extends CompletableFuture<T> {
        private final CallRequest<T> request;

        CallFuture(CallRequest<T> request) {
            this.request = request;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                request.connection.cancelled(request);
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>(); // Cancelling a dependent stage does not cancel the call.
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);
    private static final int ENVELOPE_BYTES = 64;

    final LoopConnection connection;
    final Call<T> call;
    final long id;
    final long madeAt;

    private final CallFuture<T> future = new CallFuture<>(this);
    private volatile boolean written;
    private long bytesByCaller;

    Deadlines.@Nullable Line line; // The line in which it waits for its time-out, and its neighbours there.

    @Nullable
    CallRequest<?> earlier;

    @Nullable
    CallRequest<?> later;

    private boolean ended;
    private @Nullable BodyConsumer<T> consumer; // Once the result begins.

    CallRequest(LoopConnection connection, Call<T> call, long id, long madeAt) {
        this.connection = connection;
        this.call = call;
        this.id = id;
        this.madeAt = madeAt;
    }

    @Override
    public CompletableFuture<T> future() {
        return future;
    }

    @Override
    public JsonValue id() {
        return new JsonInteger(id);
    }

    @Override
    public boolean written() {
        return written;
    }

    @Override
    long size() {
        return call.params().size() + call.method().length() + ENVELOPE_BYTES;
    }

    @Override
    void write(LoopConnection owner, WriteBatch batch) {
        if (future.isDone()) {
            owner.calls().forget(this); // Cancelled before it left.
            return;
        }
        written = true;
        batch.request(id, call.method(), call.params());
        owner.calls().written(this);
        owner.wireLog().sent("call", call.method(), call.params());
    }

    /** Writes it on the thread that made it; {@link #writtenByCaller} follows on the loop. One buffer, since it is small. */
    List<ByteBuffer> writeAsCaller(WriteBatch batch) {
        written = true;
        batch.request(id, call.method(), call.params());
        bytesByCaller = batch.size();
        return batch.take();
    }

    /** Becomes pending, as {@link #write} has it for other calls. */
    long writtenByCaller() {
        connection.calls().written(this);
        connection.wireLog().sent("call", call.method(), call.params());
        return bytesByCaller;
    }

    /** When its time is up, if no byte arrives; meaningless without a time-out. */
    long deadline() {
        return madeAt + Deadlines.toNanos(call.timeout());
    }

    @Override
    void refuse(LoopConnection owner) {
        owner.calls().refuse(this);
    }

    /** Marks the call as ended and tells whether it was not before. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    boolean isEnded() {
        return ended;
    }

    /** The consumer of the result, made when the result begins. */
    BodyConsumer<T> consumer() {
        BodyConsumer<T> current = consumer;
        if (current == null) {
            current = call.result().get();
            consumer = current;
        }
        return current;
    }

    /** Drops the consumer, which hears why, so that the next one starts anew. */
    void dropConsumer(Throwable cause) {
        BodyConsumer<T> dropped = consumer;
        consumer = null;
        if (dropped != null) {
            try {
                dropped.onFailure(cause);
            } catch (RuntimeException | Error e) { // The calls behind this one must end too.
                LOG.error("{}: the consumer of {} failed", connection.info(), call.method(), e);
            }
        }
    }

    void succeed(T value) {
        future.complete(value);
    }

    void fail(Throwable cause) {
        dropConsumer(cause);
        future.completeExceptionally(cause);
    }
}
