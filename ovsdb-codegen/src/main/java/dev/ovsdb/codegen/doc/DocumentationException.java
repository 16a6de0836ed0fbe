package dev.ovsdb.codegen.doc;

/** A text is no documentation of a database. */
public final class DocumentationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    DocumentationException(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Line and column; empty for the whole text. */
    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
