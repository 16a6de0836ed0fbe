package dev.ovsdb.idl;

import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/** What can be read of holdings, at whatever version. */
abstract class HoldingsReading implements Replica, Reading {
    final Holdings holdings;

    HoldingsReading(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public final ReplicaStore store() {
        return holdings.store();
    }

    @Override
    public final DatabaseSchema schema() {
        return holdings.schema();
    }

    @Override
    public final List<IdlTable> tables() {
        return holdings.tables(this);
    }

    @Override
    public final IdlTable table(String name) {
        return holdings.table(this, name);
    }

    @Override
    public final boolean hasTable(String table) {
        return holdings.hasTable(table);
    }

    @Override
    public final boolean hasColumn(String table, String column) {
        return holdings.hasColumn(table, column);
    }

    @Override
    public final Optional<Datum> defaultOf(StoredTable table, String column) {
        return holdings.defaultOf(table, column);
    }

    @Override
    public final ColumnSchema column(StoredTable table, String column) {
        return holdings.column(table, column);
    }
}
