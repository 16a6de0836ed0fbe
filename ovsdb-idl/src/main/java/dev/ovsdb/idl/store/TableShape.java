package dev.ovsdb.idl.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowLayout;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table: its schema, and which of its columns are monitored. Immutable.
 */
public final class TableShape {
    private final TableSchema schema;
    private final Set<String> monitored;
    private final Set<String> told;
    private final int[] indexes; // Of the monitored columns, in the layout.
    private final int[] toldIndexes; // Of those whose changes are told.
    private final List<ColumnSchema> references = new ArrayList<>();

    /**
     * @param monitored names of columns that the schema has
     * @param silent those of them whose changes are not told
     */
    public TableShape(TableSchema schema, Collection<String> monitored, Collection<String> silent) {
        this.schema = schema;
        Set<String> heard = new LinkedHashSet<>(monitored);
        heard.removeAll(silent);
        this.told = Collections.unmodifiableSet(heard);
        this.monitored = Collections.unmodifiableSet(new LinkedHashSet<>(monitored));
        for (String name : this.monitored) {
            ColumnSchema column = schema.requireColumn(name);
            if (refers(column.type().key())
                    || column.type().value().map(TableShape::refers).orElse(false)) {
                references.add(column);
            }
        }
        this.indexes = indexes(this.monitored);
        this.toldIndexes = indexes(this.told);
    }

    private int[] indexes(Set<String> columns) {
        return columns.stream().mapToInt(schema::requireColumnIndex).toArray();
    }

    private static boolean refers(BaseType type) {
        return type.refTable().isPresent();
    }

    public TableSchema schema() {
        return schema;
    }

    /** The monitored columns. */
    public Set<String> monitored() {
        return monitored;
    }

    /** Those of them whose changes are told. */
    public Set<String> told() {
        return told;
    }

    /** The monitored columns that hold references. */
    public List<ColumnSchema> references() {
        return Collections.unmodifiableList(references);
    }

    /** The row with the default in each monitored column that it lacks, as in {@code update2}'s new rows. */
    Row complete(Row row) {
        RowLayout layout = schema.layout();
        if (row.layout() == layout && isComplete(row)) {
            return row;
        }
        @Nullable Datum[] values = new Datum[layout.size()];
        for (int index : indexes) {
            Datum value = row.layout() == layout
                    ? row.valueAt(index)
                    : row.find(layout.names().get(index));
            values[index] = value != null ? value : type(index).defaultDatum();
        }
        return Row.of(layout, values);
    }

    private boolean isComplete(Row row) {
        for (int index : indexes) {
            if (row.valueAt(index) == null) {
                return false;
            }
        }
        return true;
    }

    /** The columns in which two rows differ, of those whose changes are told. */
    List<String> changed(Row old, Row now) {
        List<String> columns = new ArrayList<>();
        RowLayout layout = schema.layout();
        boolean byIndex =
                old.layout() == layout && now.layout() == layout; // Unless the database was converted between them.
        for (int index : toldIndexes) {
            String column = layout.names().get(index);
            Datum one = byIndex ? old.valueAt(index) : old.find(column);
            Datum other = byIndex ? now.valueAt(index) : now.find(column);
            if (one != other && (one == null || !one.equals(other))) {
                columns.add(column);
            }
        }
        return columns;
    }

    private ColumnType type(int index) {
        return schema.columnAt(index).type();
    }
}
