package dev.ovsdb.server.storage;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storage cannot do what it was asked: it is not there, not readable, damaged, locked, full, or broken. The message names
 * the place and the reason.
 */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String ioError;

    /** Something is wrong with what is stored. */
    public StorageException(String message) {
        this(message, null, null);
    }

    /**
     * Something went wrong on the way to it.
     *
     * @param ioError what the operating system says, such as {@code No space left on device}; null if it is not its doing
     */
    public StorageException(String message, @Nullable String ioError, @Nullable Throwable cause) {
        super(message, cause);
        this.ioError = ioError;
    }

    /** What the operating system said, in its words. */
    public Optional<String> ioError() {
        return Optional.ofNullable(ioError);
    }

    /** What a client is told whose transaction failed for this. */
    public OperationError toOperationError() {
        Map<String, String> others = new LinkedHashMap<>();
        if (ioError != null) {
            others.put("io-error", new JsonWriter().value(ioError).toString());
        }
        return new OperationError(ErrorTag.IO_ERROR.text(), getMessage(), null, others);
    }
}
