package dev.ovsdb.jsonrpc;

import java.time.Duration;

/** No reply within the call's time-out. The peer may still execute the request, if it was written. */
public final class RequestTimeoutException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;
    private final boolean requestWritten;

    /** A call of the method that was given up after the time-out. */
    public RequestTimeoutException(String method, Duration timeout) {
        this(method + ": no reply within " + timeout, timeout, true);
    }

    private RequestTimeoutException(String message, Duration timeout, boolean requestWritten) {
        super(message, null);
        this.timeout = timeout;
        this.requestWritten = requestWritten;
    }

    /** A call of the method that found no connection within the time-out. */
    public static RequestTimeoutException notSent(String method, Duration timeout) {
        return new RequestTimeoutException(method + ": no reply within " + timeout, timeout, false);
    }

    /** The time-out of the call. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether the peer may have seen the request. If false it has not, and the call may be made again without thought. */
    public boolean requestWritten() {
        return requestWritten;
    }
}
