package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one peer. Either side may call the other at any time.
 *
 * <p>Thread-safe. Requests and notifications leave in the order in which they were made; what is made within one turn of
 * the event loop, or by other threads before the loop wakes, leaves in one write. Futures complete, and the peer handler
 * runs, on the event loop, in wire order: a callback that blocks holds back all that is behind it.
 *
 * <p>The connection itself answers the peer's {@code echo} requests and probes a silent peer. A peer that breaks the rules
 * of JSON-RPC or a limit is closed, with one line in the log; every pending call then fails with that cause.
 */
public interface JsonRpcConnection extends AutoCloseable {
    /**
     * Starts to speak over a transport that was not started yet.
     *
     * @param handler answers the peer's requests and hears its notifications
     */
    static JsonRpcConnection open(Transport transport, ConnectionOptions options, PeerHandler handler) {
        return new LoopConnection(transport, options, handler).begin();
    }

    /**
     * Calls a method of the peer.
     *
     * <p>The future of the call ends exactly once: with the result; with {@link RemoteErrorException} if the peer answers
     * with an error; {@link RequestTimeoutException}; {@link ConnectionClosedException} if the connection ends first, whose
     * {@code requestWritten()} tells whether the peer may have seen the request; {@link MalformedMessageException} if the
     * connection ended because the peer sent nonsense; {@link OutboundLimitException} if too much waits for the peer
     * already; or with what the call's own result consumer threw. Cancelling it forgets the call: nothing is sent, or a
     * reply that comes later is passed over.
     */
    <T> PendingCall<T> call(Call<T> call);

    /** Calls a method with small parameters, for a small result, within the options' time-out. */
    CompletableFuture<JsonValue> call(String method, JsonValue... params);

    /**
     * Sends a notification. If the connection ends before it left, it is lost without a word.
     *
     * @throws ConnectionClosedException if the connection has ended
     * @throws OutboundLimitException if too much waits for the peer already
     * @throws IllegalArgumentException if the method is a text that JSON cannot hold
     */
    void notify(String method, JsonBytes params);

    /**
     * Reads nothing more from the peer until {@link #resumeReading()}, for a consumer that is behind. What was read before
     * may still arrive. A paused connection is not probed: its silence is our own.
     */
    void pauseReading();

    /** Undoes {@link #pauseReading()}. Pausing is not counted: one resume undoes any number of pauses. */
    void resumeReading();

    /** Probes a silent peer at another interval from now on, or no more. Any thread. */
    void inactivityProbe(Optional<Duration> interval);

    /** What is known of both ends. Does not change. */
    TransportInfo info();

    /** The loop on which futures complete and the handler runs. */
    EventLoop eventLoop();

    /** Whether calls can still be made. */
    boolean isOpen();

    /** Bytes that were sent and wait to leave, those of a reply that is still being made not counted. Any thread. */
    long queuedBytes();

    /**
     * Whether nothing, or little, of what was given to the transport waits to leave, and no reply is still being made. {@link
     * PeerHandler#onWritable} tells when it becomes so. Any thread.
     */
    boolean isWritable();

    /** How many calls wait for their reply, those not yet sent included. */
    int pendingCalls();

    /**
     * Completes when the connection has ended, normally and exactly once: with the cause, or with null if this side closed
     * it without one. A peer that hangs up is a cause.
     */
    CompletableFuture<@Nullable Throwable> closed();

    /**
     * Sends what was queued, then ends the connection. Pending calls fail at once. A reply that is still being made is cut
     * off, and what waits behind it is lost.
     */
    @Override
    void close();

    /** Ends the connection at once, for a reason. Pending calls fail with it. */
    void close(Throwable cause);
}
