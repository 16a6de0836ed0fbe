package dev.ovsdb.codegen;

/** An input cannot be used. Its message names the file, the place in it, and the reason. */
public final class CodegenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String reason;

    CodegenException(String file, String place, String reason, Throwable cause) {
        this(file, place, reason);
        initCause(cause);
    }

    /** For packages of this module: {@code place} may be empty. */
    public CodegenException(String file, String place, String reason) {
        super(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
        this.file = file;
        this.place = place;
        this.reason = reason;
    }

    /** The file at fault, as it was given. */
    public String file() {
        return file;
    }

    /** Where in the file: a member of the schema, an offset, or line and column; empty for the whole file. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
