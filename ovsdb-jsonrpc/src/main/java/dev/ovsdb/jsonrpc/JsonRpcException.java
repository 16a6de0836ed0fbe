package dev.ovsdb.jsonrpc;

import org.jspecify.annotations.Nullable;

/** A conversation with a peer failed. The family is closed: these are all ways in which a call can end without a result. */
public abstract sealed class JsonRpcException extends RuntimeException
        permits ConnectFailedException,
                ConnectionClosedException,
                MalformedMessageException,
                OutboundLimitException,
                RemoteErrorException,
                RequestTimeoutException {
    private static final long serialVersionUID = 1L;

    JsonRpcException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
