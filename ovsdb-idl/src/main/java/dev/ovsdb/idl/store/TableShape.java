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
    private final List<Integer> indexes = new ArrayList<>(); // Of the monitored columns, in the layout.
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
            indexes.add(schema.requireColumnIndex(name));
            if (refers(column.type().key())
                    || column.type().value().map(TableShape::refers).orElse(false)) {
                references.add(column);
            }
        }
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
        for (int i = 0; i < indexes.size(); i++) {
            if (row.valueAt(indexes.get(i)) == null) {
                return false;
            }
        }
        return true;
    }

    private ColumnType type(int index) {
        return schema.columnAt(index).type();
    }
}
