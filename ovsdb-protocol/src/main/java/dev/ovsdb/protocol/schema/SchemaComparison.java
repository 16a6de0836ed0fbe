package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.schema.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one schema differs from another, the order of tables and columns aside. */
public final class SchemaComparison {
    private final List<SchemaDifference> differences = new ArrayList<>();

    private SchemaComparison() {}

    static SchemaComparison of(DatabaseSchema before, DatabaseSchema after) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.database(before, after);
        return comparison;
    }

    /** The differences: of the database, then of each table of the first schema in turn, then added tables. */
    public List<SchemaDifference> differences() {
        return List.copyOf(differences);
    }

    /** Whether tables and columns are the same, whatever the schemas' names, versions and checksums. */
    public boolean isSameStructure() {
        return differences.stream().allMatch(difference -> difference.kind().isLabel());
    }

    /**
     * Whether a database of the first schema must be converted to have the second. As for the reference client, any
     * difference counts, also one of version or checksum only.
     */
    public boolean needsConversion() {
        return !differences.isEmpty();
    }

    private void database(DatabaseSchema before, DatabaseSchema after) {
        differ(Kind.NAME, "", before.name(), after.name());
        differ(Kind.VERSION, "", text(before.version()), text(after.version()));
        differ(Kind.CKSUM, "", before.cksum().orElse(""), after.cksum().orElse(""));
        for (TableSchema table : before.tables()) {
            Optional<TableSchema> other = after.table(table.name());
            if (other.isPresent()) {
                table(table, other.get());
            } else {
                add(Kind.TABLE_REMOVED, table.name(), table.name(), "");
            }
        }
        for (TableSchema table : after.tables()) {
            if (before.table(table.name()).isEmpty()) {
                add(Kind.TABLE_ADDED, table.name(), "", table.name());
            }
        }
    }

    private void table(TableSchema before, TableSchema after) {
        String place = before.name();
        differ(Kind.IS_ROOT, place, before.isRoot(), after.isRoot());
        differ(Kind.MAX_ROWS, place, maxRows(before), maxRows(after));
        differ(Kind.INDEXES, place, indexes(before), indexes(after));
        for (ColumnSchema column : before.columns()) {
            Optional<ColumnSchema> other = after.column(column.name());
            if (other.isPresent()) {
                column(column, other.get());
            } else {
                add(Kind.COLUMN_REMOVED, place(column), column.type().toString(), "");
            }
        }
        for (ColumnSchema column : after.columns()) {
            if (before.column(column.name()).isEmpty()) {
                add(Kind.COLUMN_ADDED, place(column), "", column.type().toString());
            }
        }
    }

    private void column(ColumnSchema before, ColumnSchema after) {
        differ(Kind.COLUMN_TYPE, place(before), before.type(), after.type());
        differ(Kind.COLUMN_EPHEMERAL, place(before), before.ephemeral(), after.ephemeral());
        differ(Kind.COLUMN_MUTABLE, place(before), before.mutable(), after.mutable());
    }

    private static String text(Optional<SchemaVersion> version) {
        return version.map(SchemaVersion::text).orElse("");
    }

    private static String maxRows(TableSchema table) {
        return table.maxRows() == TableSchema.UNLIMITED_ROWS ? "" : Long.toString(table.maxRows());
    }

    private static String indexes(TableSchema table) {
        return SchemaWriter.text(out -> SchemaWriter.indexes(table, out));
    }

    private static String place(ColumnSchema column) {
        return column.table() + "." + column.name();
    }

    private void differ(Kind kind, String place, Object before, Object after) {
        if (!before.equals(after)) {
            add(kind, place, before.toString(), after.toString());
        }
    }

    private void add(Kind kind, String place, String before, String after) {
        differences.add(new SchemaDifference(kind, place, before, after));
    }
}
