package dev.ovsdb.protocol.schema;

import java.util.List;

/** How one schema differs from another. */
public final class SchemaComparison {
    private final List<SchemaDifference> differences;

    private SchemaComparison(List<SchemaDifference> differences) {
        this.differences = List.copyOf(differences);
    }

    static SchemaComparison of(DatabaseSchema before, DatabaseSchema after) {
        throw new UnsupportedOperationException();
    }

    /** The differences: of the database, then of each table in turn. */
    public List<SchemaDifference> differences() {
        return differences;
    }

    /** Whether a database of the one schema must be converted to have the other: any difference but in the checksum. */
    public boolean needsConversion() {
        return !differences.isEmpty();
    }
}
