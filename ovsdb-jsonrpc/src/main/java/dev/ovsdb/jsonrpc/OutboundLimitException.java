package dev.ovsdb.jsonrpc;

/** A call or notification was refused here because too much already waits for the peer. Nothing of it was sent. */
public final class OutboundLimitException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    /** The message names the limit. */
    public OutboundLimitException(String message) {
        super(message, null);
    }
}
