package dev.ovsdb.idl;

import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pinned version. */
final class HeldView implements View, Reading {
    private final Holdings holdings;
    private final long version;
    private final long sequence;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param version pinned for this view */
    private HeldView(Holdings holdings, long version, long sequence) {
        this.holdings = holdings;
        this.version = version;
        this.sequence = sequence;
    }

    /** Holds the newest version. */
    static HeldView newest(Holdings holdings) {
        ReplicaStore.Head head = holdings.store().pin();
        return new HeldView(holdings, head.version(), head.sequence());
    }

    /** What there was before the first contents. It holds nothing. */
    static HeldView nothing(Holdings holdings) {
        return new HeldView(holdings, ReplicaStore.NOTHING, 0);
    }

    /** Holds the version that this view holds once more. */
    HeldView again() {
        holdings.store().pinAlso(version());
        return new HeldView(holdings, version, sequence);
    }

    @Override
    public long version() {
        if (closed.get()) {
            throw new IllegalStateException("this view of version " + version + " is closed");
        }
        return version;
    }

    @Override
    public ReplicaStore store() {
        return holdings.store();
    }

    @Override
    public DatabaseSchema schema() {
        return holdings.schema();
    }

    @Override
    public List<IdlTable> tables() {
        return holdings.tables(this);
    }

    @Override
    public IdlTable table(String name) {
        return holdings.table(this, name);
    }

    @Override
    public boolean hasTable(String table) {
        return holdings.hasTable(table);
    }

    @Override
    public boolean hasColumn(String table, String column) {
        return holdings.hasColumn(table, column);
    }

    @Override
    public Optional<Datum> defaultOf(StoredTable table, String column) {
        return holdings.defaultOf(table, column);
    }

    @Override
    public ColumnSchema column(StoredTable table, String column) {
        return holdings.column(table, column);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            holdings.store().unpin(version);
        }
    }
}
