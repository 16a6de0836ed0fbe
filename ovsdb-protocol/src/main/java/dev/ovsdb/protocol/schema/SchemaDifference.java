package dev.ovsdb.protocol.schema;

/**
 * One difference between two schemas.
 *
 * @param kind what kind of difference
 * @param place where: a table, or table.column; empty for the database itself
 * @param before what the first schema says, in its notation; empty if nothing
 * @param after what the second schema says, in its notation; empty if nothing
 */
public record SchemaDifference(Kind kind, String place, String before, String after) {
    /** What two schemas may differ in. */
    public enum Kind {
        NAME,
        VERSION,
        CKSUM,
        TABLE_ADDED,
        TABLE_REMOVED,
        IS_ROOT,
        MAX_ROWS,
        INDEXES,
        COLUMN_ADDED,
        COLUMN_REMOVED,
        COLUMN_TYPE,
        COLUMN_EPHEMERAL,
        COLUMN_MUTABLE;

        /** Whether only what a schema is called differs, not what a database may hold. */
        boolean isLabel() {
            return this == NAME || this == VERSION || this == CKSUM;
        }
    }

    @Override
    public String toString() {
        return kind + (place.isEmpty() ? "" : " " + place) + ": " + before + " -> " + after;
    }
}
