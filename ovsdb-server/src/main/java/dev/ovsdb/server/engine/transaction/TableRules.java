package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table, with all that operations want to know about it worked out once. Immutable. */
final class TableRules {
    final TableSchema schema;
    final RowFormat format;
    final NameTable columnNames;
    final Projection allColumns;
    final int declared; // How many columns; behind them stand the implicit ones.
    private final ColumnRules[] columns; // The layout's.
    private final List<ColumnRules> badDefaults = new ArrayList<>();

    TableRules(TableSchema schema) {
        this.schema = schema;
        this.format = RowFormat.of(schema, UnknownNames.REFUSE);
        this.columnNames = NameTable.of(schema.layout().names());
        this.columns = new ColumnRules[schema.layout().size()];
        this.declared = schema.columns().size();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new ColumnRules(i, schema.columnAt(i));
        }
        this.allColumns = Projection.ofAll(this);
        findBadDefaults();
    }

    private void findBadDefaults() {
        for (ColumnSchema each : SchemaOrder.hashed(schema)) {
            ColumnRules column = columns[schema.requireColumnIndex(each.name())];
            if (!column.allows(column.defaultDatum)) {
                badDefaults.add(column);
            }
        }
    }

    ColumnRules column(int index) {
        return columns[index];
    }

    boolean isUuid(int index) {
        return index == declared;
    }

    /** Puts the default into each declared column that the row lacks. */
    void complete(@Nullable Datum[] row) {
        for (int i = 0; i < declared; i++) {
            if (row[i] == null) {
                row[i] = columns[i].defaultDatum;
            }
        }
    }

    /** A column that would get its default, because the row lacks it, and may not have it: the first that is found. */
    @Nullable
    ColumnRules badDefault(@Nullable Datum[] row) {
        for (ColumnRules column : badDefaults) {
            if (row[column.index] == null) {
                return column;
            }
        }
        return null;
    }
}
