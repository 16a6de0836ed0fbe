package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.RowSink;
import java.util.Set;

/** A pinned version, as a storage takes it: without the tables that are never stored. */
final class PinnedContents implements Contents {
    private final Pin pin;
    private final Set<String> virtualTables;
    private final long version;

    /** @param version what the storage calls the pinned version */
    PinnedContents(Pin pin, Set<String> virtualTables, long version) {
        this.pin = pin;
        this.virtualTables = virtualTables;
        this.version = version;
    }

    @Override
    public DatabaseSchema schema() {
        return pin.schema();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void forEachRow(RowSink sink) {
        for (TableSchema table : pin.schema().tables()) {
            if (!virtualTables.contains(table.name())) {
                RowCursor rows = pin.rows(table);
                while (rows.next()) {
                    sink.row(table, rows.uuid(), rows.image().row());
                }
            }
        }
    }

    @Override
    public void close() {
        pin.close();
    }
}
