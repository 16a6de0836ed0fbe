package dev.ovsdb.jsonrpc;

import org.jspecify.annotations.Nullable;

/** The connection ended before the call did. The cause, if there is one, says why it ended. */
public final class ConnectionClosedException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final boolean requestWritten;

    /** @param requestWritten see {@link #requestWritten()}; true for a connection as a whole */
    public ConnectionClosedException(String message, boolean requestWritten, @Nullable Throwable cause) {
        super(message, cause);
        this.requestWritten = requestWritten;
    }

    /**
     * Whether the peer may have seen the request. If false it has not, and the call may be made again without thought; if
     * true its outcome is unknown.
     */
    public boolean requestWritten() {
        return requestWritten;
    }
}
