package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How rows of a table are shown: columns and notation, without a choice of rows. Equal views are one object within a hub, so
 * that monitors with different conditions share the text of a row. Immutable, but for the number of its users.
 */
final class TableView {
    private final TableSchema table;
    private final UpdateNotation notation;
    private final List<ShownColumn> columns;
    private final RowForm form;
    private final byte[] quotedName;
    private final AtomicInteger users = new AtomicInteger();

    TableView(TableSchema table, UpdateNotation notation, List<ShownColumn> columns) {
        this.table = table;
        this.notation = notation;
        this.columns = List.copyOf(columns);
        this.form = RowForm.of(notation);
        this.quotedName = new JsonWriter().value(table.name()).toByteArray();
    }

    TableSchema table() {
        return table;
    }

    List<ShownColumn> columns() {
        return columns;
    }

    RowForm form() {
        return form;
    }

    /** The table's name as JSON. */
    byte[] quotedName() {
        return quotedName;
    }

    /** How many subscriptions use it. */
    AtomicInteger users() {
        return users;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof TableView that
                        && table == that.table
                        && notation == that.notation
                        && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return (table.name().hashCode() * 31 + notation.ordinal()) * 31 + columns.hashCode();
    }
}
