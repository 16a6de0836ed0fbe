package dev.ovsdb.jsonrpc;

import java.time.Duration;

/** No reply within the call's time-out. The peer may still execute the request. */
public final class RequestTimeoutException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    public RequestTimeoutException(String method, Duration timeout) {
        super(method + ": no reply within " + timeout, null);
        this.timeout = timeout;
    }

    public Duration timeout() {
        return timeout;
    }
}
