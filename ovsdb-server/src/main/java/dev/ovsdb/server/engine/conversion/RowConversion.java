package dev.ovsdb.server.engine.conversion;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.conversion.Conversion.Notation;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table as rows of another. */
final class RowConversion {
    private final TableSchema to;
    private final List<ColumnConversion> columns = new ArrayList<>();

    RowConversion(TableSchema from, TableSchema to, Notation notation) {
        this.to = to;
        int declared = from.columns().size();
        for (ColumnSchema column : SchemaOrder.hashed(from)) { // So that of several errors the same one is told.
            int source = from.requireColumnIndex(column.name());
            int target = to.layout().indexOf(column.name());
            if (source < declared && target >= 0) {
                columns.add(new ColumnConversion(
                        source, column.type(), target, to.columnAt(target).type(), notation));
            }
        }
    }

    Row row(Row row) throws RejectedException {
        @Nullable Datum[] values = new Datum[to.layout().size()];
        for (int i = 0; i < to.columns().size(); i++) {
            values[i] = to.columnAt(i).defaultDatum();
        }
        for (ColumnConversion column : columns) {
            column.convert(row, values);
        }
        return Row.of(to.layout(), values);
    }
}
