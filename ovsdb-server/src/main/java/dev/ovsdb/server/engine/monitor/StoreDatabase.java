package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import dev.ovsdb.server.engine.store.TableIndex;
import dev.ovsdb.server.engine.store.TableRow;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The engine's store as monitors see it. */
final class StoreDatabase implements MonitoredDatabase {
    private final DatabaseStore store;

    StoreDatabase(DatabaseStore store) {
        this.store = store;
    }

    @Override
    public DatabaseSchema schema() {
        return store.schema();
    }

    @Override
    public long headVersion() {
        return store.headVersion();
    }

    @Override
    public long publishedVersion() {
        return store.publishedVersion();
    }

    @Override
    public long atoms() {
        return store.atoms();
    }

    @Override
    public PinnedRows pin() {
        return new PinnedStore(store.pin());
    }

    @Override
    public boolean lookup(TableSchema table, int column, Datum value, BiConsumer<UUID, RowImage> action) {
        TableIndex index = store.table(table).indexOn(column);
        if (index == null) {
            return false;
        }
        TableRow row = index.find(List.of(value));
        RowImage image = row == null ? null : row.head();
        if (row != null && image != null) {
            action.accept(row.uuid(), image);
        }
        return true;
    }

    private record PinnedStore(Pin pin) implements PinnedRows {
        @Override
        public @Nullable RowImage find(TableSchema table, UUID uuid) {
            return pin.find(table, uuid);
        }

        @Override
        public void forEach(TableSchema table, BiConsumer<UUID, RowImage> action) {
            RowCursor rows = pin.rows(table);
            while (rows.next()) {
                action.accept(rows.uuid(), rows.image());
            }
        }

        @Override
        public int expectedRows(TableSchema table) {
            return pin.expectedRows(table);
        }

        @Override
        public void close() {
            pin.close();
        }
    }
}
