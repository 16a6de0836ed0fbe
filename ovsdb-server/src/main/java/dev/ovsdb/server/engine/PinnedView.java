package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A pinned version in the hands of a user. */
final class PinnedView implements DatabaseView {
    private final Pin pin;
    private final Views views;

    PinnedView(Pin pin, Views views) {
        this.pin = pin;
        this.views = views;
    }

    @Override
    public DatabaseSchema schema() {
        return pin.schema();
    }

    @Override
    public long version() {
        return pin.version();
    }

    @Override
    public Optional<Row> find(String table, UUID uuid) {
        return Optional.ofNullable(pin.find(schema().requireTable(table), uuid)).map(RowImage::row);
    }

    @Override
    public void forEach(String table, BiConsumer<UUID, Row> action) {
        RowCursor rows = pin.rows(schema().requireTable(table));
        while (rows.next()) {
            action.accept(rows.uuid(), rows.image().row());
        }
    }

    @Override
    public void close() {
        views.forget(this);
        pin.close();
    }

    long heldBytes() {
        return pin.heldBytes();
    }
}
