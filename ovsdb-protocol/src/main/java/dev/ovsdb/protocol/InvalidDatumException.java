package dev.ovsdb.protocol;

/** A text is JSON but not the notation of a value of its column's type. */
public final class InvalidDatumException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in the reference server's two classes. */
    public enum Kind {
        /** Wrong shape: the JSON type, a malformed UUID, too few or too many elements. The server's "syntax error". */
        SYNTAX,
        /** An element of a set or a key of a map occurs twice. The server's "ovsdb error". */
        DUPLICATE
    }

    private final Kind kind;
    private final long offset;

    InvalidDatumException(Kind kind, String problem, long offset) {
        super(problem + " at offset " + offset);
        this.kind = kind;
        this.offset = offset;
    }

    public Kind kind() {
        return kind;
    }

    /** The byte at which reading stopped, counted from the start of the text. */
    public long offset() {
        return offset;
    }
}
