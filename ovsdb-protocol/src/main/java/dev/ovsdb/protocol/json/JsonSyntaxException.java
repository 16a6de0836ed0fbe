package dev.ovsdb.protocol.json;

/** A text is not JSON, or not of the shape its reader asked for. The message says where and what was expected. */
public class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    public JsonSyntaxException(String problem, long offset) {
        super(problem + " at offset " + offset);
        this.offset = offset;
    }

    /** The byte at which reading stopped, counted from the start of the text. */
    public long offset() {
        return offset;
    }
}
