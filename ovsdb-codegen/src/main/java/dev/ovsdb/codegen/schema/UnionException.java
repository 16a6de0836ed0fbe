package dev.ovsdb.codegen.schema;

/** Schemas are no versions of one: a column has values of different types, or they are of different databases. */
public final class UnionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String reason;

    UnionException(String file, String place, String reason) {
        super(file + ": " + place + ": " + reason);
        this.file = file;
        this.place = place;
        this.reason = reason;
    }

    /** The file that does not fit those before it. */
    public String file() {
        return file;
    }

    /** The member of the schema at fault. */
    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
