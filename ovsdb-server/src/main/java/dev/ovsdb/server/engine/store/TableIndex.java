package dev.ovsdb.server.engine.store;

import java.util.List;

/** A unique index of a table: the columns whose values together no two rows share. */
public final class TableIndex {
    private final List<Integer> columns;

    TableIndex(List<Integer> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The columns' indexes in the table's layout, in the order in which the schema names them. */
    public List<Integer> columns() {
        return columns;
    }
}
