package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.InvalidDatumException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text is no operation. Tag and details are what a server answers; the details name the member at fault in the
 * reference server's words.
 */
public final class InvalidOperationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ErrorTag tag;
    private final String details;

    InvalidOperationException(ErrorTag tag, String details) {
        this(tag, details, null);
    }

    InvalidOperationException(ErrorTag tag, String details, @Nullable Throwable cause) {
        super(tag.text() + ": " + details, cause);
        this.tag = tag;
        this.details = details;
    }

    static InvalidOperationException syntax(String details) {
        return new InvalidOperationException(ErrorTag.SYNTAX_ERROR, details);
    }

    static InvalidOperationException of(InvalidDatumException e) {
        ErrorTag tag = switch (e.kind()) {
            case SYNTAX -> ErrorTag.SYNTAX_ERROR;
            case DUPLICATE -> ErrorTag.OVSDB_ERROR;
        };
        return new InvalidOperationException(tag, String.valueOf(e.getMessage()), e);
    }

    public ErrorTag tag() {
        return tag;
    }

    public String details() {
        return details;
    }
}
