package dev.ovsdb.jsonrpc;

import org.jspecify.annotations.Nullable;

/** A message, or a text, that breaks JSON's or JSON-RPC's rules or a limit. A connection on which one arrives is closed. */
public final class MalformedMessageException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /** A text that is wrong as a whole. */
    public MalformedMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.offset = -1;
    }

    /** A text that is wrong at an offset, counted in bytes from the start of the stream or of the text; -1 if unknown. */
    public MalformedMessageException(String reason, long offset) {
        this(reason, offset, null);
    }

    /** As {@link #MalformedMessageException(String, long)}, found by way of another failure. */
    public MalformedMessageException(String reason, long offset, @Nullable Throwable cause) {
        super(offset < 0 ? reason : reason + " (at offset " + offset + ")", cause);
        this.offset = offset;
    }

    /** Where the text is wrong: bytes from the start of the stream, or characters from the start of a text; -1 if unknown. */
    public long offset() {
        return offset;
    }
}
