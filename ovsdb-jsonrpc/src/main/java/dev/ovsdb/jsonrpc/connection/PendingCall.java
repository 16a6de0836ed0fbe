package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.concurrent.CompletableFuture;

/** A call that was made. Thread-safe. */
public interface PendingCall<T> {
    /** How the call ends; see {@link JsonRpcConnection#call(Call)}. Cancel it to forget the call. */
    CompletableFuture<T> future();

    /** The request's id: an integer that this connection uses once. */
    JsonValue id();

    /** Whether the request was given to the transport, so that the peer may have seen it. */
    boolean written();
}
