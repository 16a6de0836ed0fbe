package dev.ovsdb.server.file;

import dev.ovsdb.server.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A database file cannot be used, or not further than to some offset. The message is the reference's where it has one: it names
 * the file, the offset and the reason.
 */
public final class LogException extends StorageException {
    private static final long serialVersionUID = 1L;
    private static final long NOWHERE = -1;

    /** What is wrong with a file. */
    public enum Kind {
        /** The system refuses: the file is not there, not readable, not writable, the disk is full. */
        IO,
        /** Somebody else uses it. */
        LOCKED,
        /** It is empty, or no database file of a kind that is understood here. */
        NOT_A_DATABASE,
        /** The file ends before a record does, which was not written to its end, or whose length is damaged. */
        CUT_SHORT,
        /** A record is not what was once written, or makes no sense. */
        DAMAGED
    }

    private static final String IO_ERROR = "I/O error";
    private static final String SYNTAX_ERROR = "syntax error";

    private final Kind kind;
    private final String tag;
    private final String path;
    private final long offset;

    private LogException(
            Kind kind,
            String tag,
            Path path,
            long offset,
            String details,
            @Nullable String ioError,
            @Nullable IOException cause) {
        super(path + ": " + details, ioError, cause);
        this.kind = kind;
        this.tag = tag;
        this.path = path.toString();
        this.offset = offset;
    }

    static LogException io(Path path, String details, IOException cause) {
        Kind kind = cause instanceof FileLockedException ? Kind.LOCKED : Kind.IO;
        return new LogException(kind, IO_ERROR, path, NOWHERE, details, SystemText.of(cause), cause);
    }

    static LogException notADatabase(Path path, String details) {
        return new LogException(Kind.NOT_A_DATABASE, "ovsdb error", path, 0, details, null, null);
    }

    static LogException cutShort(Path path, long offset, String details) {
        return new LogException(Kind.CUT_SHORT, IO_ERROR, path, offset, details, "End of file", null);
    }

    static LogException headerCutShort(Path path, long offset, String details) {
        return new LogException(Kind.CUT_SHORT, SYNTAX_ERROR, path, offset, details, null, null);
    }

    static LogException damaged(Path path, long offset, String details) {
        return new LogException(Kind.DAMAGED, SYNTAX_ERROR, path, offset, details, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The file, as it was named to us. */
    public String path() {
        return path;
    }

    /** Where the record begins that cannot be used, if it is about one: all before is good. */
    public OptionalLong offset() {
        return offset == NOWHERE ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** The whole message as the reference's programs print it: the tag, the details, the system's words in parentheses. */
    public String describe() {
        return tag + ": " + getMessage()
                + ioError().map(text -> " (" + text + ")").orElse("");
    }
}
