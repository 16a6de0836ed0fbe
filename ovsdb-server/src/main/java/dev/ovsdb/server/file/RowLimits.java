package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.ConstraintException;
import dev.ovsdb.protocol.schema.TableSchema;

/**
 * What the columns of a table refuse, of values that were read by their types but with a difference's limits. Most columns limit no
 * atoms: there the number of elements tells, and the atoms of a large file are not walked once more.
 */
final class RowLimits {
    private final ColumnSchema[] columns;
    private final boolean[] limitsAtoms;

    RowLimits(TableSchema table) {
        int size = table.layout().size();
        columns = new ColumnSchema[size];
        limitsAtoms = new boolean[size];
        for (int i = 0; i < size; i++) {
            columns[i] = table.columnAt(i);
            ColumnType type = columns[i].type();
            limitsAtoms[i] = type.key().limitsAtoms()
                    || type.value().map(BaseType::limitsAtoms).orElse(false);
        }
    }

    /** @throws SenselessException if a value may not be where it is */
    void check(Row row) {
        for (int i = 0; i < columns.length; i++) {
            Datum value = row.valueAt(i);
            if (value != null) {
                check(i, value);
            }
        }
    }

    private void check(int index, Datum value) {
        ColumnSchema column = columns[index];
        if (column.name().charAt(0) == '_') {
            throw new SenselessException("No column " + column.name() + " is kept.");
        }
        int size = value.size();
        if (!limitsAtoms[index]
                && size >= column.type().min()
                && size <= column.type().max()) {
            return;
        }
        try {
            column.check(value);
        } catch (ConstraintException e) {
            throw new SenselessException(String.valueOf(e.getMessage()));
        }
    }
}
