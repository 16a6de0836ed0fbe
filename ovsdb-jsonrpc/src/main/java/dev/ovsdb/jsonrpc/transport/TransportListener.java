package dev.ovsdb.jsonrpc.transport;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Receives what happens on a transport, on its event loop. */
public interface TransportListener {
    /** Bytes arrived. They, and the buffer, are valid during the call only. */
    void onBytes(ByteBuffer bytes);

    /** No more bytes are at hand: comes after one or more {@link #onBytes}, always, unless the stream ended first. */
    default void onReadComplete() {}

    /**
     * Queued bytes left, and few or none are left behind them. Comes at the latest when {@link Transport#queuedBytes()}
     * falls to zero after a send that left some queued.
     */
    void onWritable();

    /**
     * The stream has ended, and nothing else follows. Comes exactly once.
     *
     * @param cause null if this side closed it, or the peer ended it in an orderly way
     */
    void onClosed(@Nullable Throwable cause);
}
