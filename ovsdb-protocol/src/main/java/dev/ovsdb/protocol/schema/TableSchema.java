package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of a database (RFC 7047's {@code <table-schema>}). Immutable. */
public final class TableSchema {
    /** The {@code maxRows} of a table that is not limited. */
    public static final long UNLIMITED_ROWS = 0xffff_ffffL;

    private final String name;
    private final Map<String, ColumnSchema> columns; // In declaration order.
    private final boolean root;
    private final long maxRows;
    private final List<List<String>> indexes;
    private final RowLayout layout;
    private final ColumnSchema[] byIndex; // The layout's columns: the declared ones, then the implicit.

    TableSchema(
            String name, Map<String, ColumnSchema> columns, boolean root, long maxRows, List<List<String>> indexes) {
        this.name = name;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.root = root;
        this.maxRows = maxRows;
        this.indexes = List.copyOf(indexes);
        List<ColumnSchema> all = new ArrayList<>(columns.values());
        all.add(ColumnSchema.UUID);
        all.add(ColumnSchema.VERSION);
        this.byIndex = all.toArray(new ColumnSchema[0]);
        this.layout = new RowLayout(all.stream().map(ColumnSchema::name).toList());
    }

    TableSchema withRoot(boolean isRoot) {
        return new TableSchema(name, columns, isRoot, maxRows, indexes);
    }

    public String name() {
        return name;
    }

    /** The declared columns, in declaration order; not the implicit {@code _uuid} and {@code _version}. */
    public List<ColumnSchema> columns() {
        return List.copyOf(columns.values());
    }

    /** A declared or implicit column. */
    public Optional<ColumnSchema> column(String column) {
        int index = layout.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(byIndex[index]);
    }

    /** @throws UnknownColumnException if there is no such column; says which exist */
    public ColumnSchema requireColumn(String column) {
        return byIndex[requireColumnIndex(column)];
    }

    /**
     * The index of a column in the {@link #layout}.
     *
     * @throws UnknownColumnException if there is no such column; says which exist
     */
    public int requireColumnIndex(String column) {
        int index = layout.indexOf(column);
        if (index < 0) {
            throw new UnknownColumnException(name, column, columns.keySet());
        }
        return index;
    }

    /** The column at this index of the {@link #layout}. */
    public ColumnSchema columnAt(int index) {
        return byIndex[index];
    }

    /** The layout of this table's rows: the declared columns in order, then {@code _uuid} and {@code _version}. */
    public RowLayout layout() {
        return layout;
    }

    /** Whether rows live without being referred to. Where no table of a schema says so, all tables are such. */
    public boolean isRoot() {
        return root;
    }

    /** The most rows that the table may hold, {@link #UNLIMITED_ROWS} if not limited. */
    public long maxRows() {
        return maxRows;
    }

    /** Sets of columns whose values together are unique in the table. */
    public List<List<String>> indexes() {
        return indexes;
    }

    /** This row with every declared column: one that it lacks has its default (as in {@code update2}'s new rows). */
    public Row withDefaults(Row row) {
        @Nullable Datum[] values = new Datum[layout.size()];
        for (int i = 0; i < values.length; i++) {
            Datum value = row.layout() == layout ? row.valueAt(i) : row.find(byIndex[i].name());
            values[i] = value != null || i >= columns.size() ? value : byIndex[i].defaultDatum();
        }
        return Row.of(layout, values);
    }

    /**
     * Checks each value of the row against its column.
     *
     * @throws UnknownColumnException if a column does not exist
     * @throws ConstraintException if a column may not hold its value
     */
    public void check(Row row) {
        row.forEach((column, value) -> requireColumn(column).check(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableSchema that
                && name.equals(that.name)
                && columns.equals(that.columns)
                && root == that.root
                && maxRows == that.maxRows
                && indexes.equals(that.indexes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + columns.hashCode();
    }

    @Override
    public String toString() {
        return "table " + name + columns.keySet();
    }
}
