package dev.ovsdb.server.engine.store;

import java.util.UUID;

/** A row over all its versions. */
public final class TableRow {
    private final TableStore table;
    private final UUID uuid;

    TableRow(TableStore table, UUID uuid) {
        this.table = table;
        this.uuid = uuid;
    }

    public UUID uuid() {
        return uuid;
    }

    public TableStore table() {
        return table;
    }
}
