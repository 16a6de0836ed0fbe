package dev.ovsdb.jsonrpc;

import java.time.Duration;

/** No reply within the call's time-out. The peer may still execute the request. */
public final class RequestTimeoutException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /** A call of the method that was given up after the time-out. */
    public RequestTimeoutException(String method, Duration timeout) {
        super(method + ": no reply within " + timeout, null);
        this.timeout = timeout;
    }

    /** The time-out of the call. */
    public Duration timeout() {
        return timeout;
    }
}
