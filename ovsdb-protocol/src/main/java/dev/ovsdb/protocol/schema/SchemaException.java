package dev.ovsdb.protocol.schema;

/** A schema is not well-formed or contradicts itself. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    SchemaException(String place, String problem) {
        super(place.isEmpty() ? problem : place + ": " + problem);
        this.place = place;
    }

    /** The member at fault, such as {@code tables.Bridge.columns.ports.type.key.min}; empty for the whole schema. */
    public String place() {
        return place;
    }
}
