package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A database as simple as can be: each version is a whole copy of the maps. */
final class ModelDatabase implements MonitoredDatabase {
    private final DatabaseSchema schema;
    private final Map<Long, Map<String, Map<UUID, RowImage>>> versions = new LinkedHashMap<>();
    private Map<String, Map<UUID, RowImage>> head = new LinkedHashMap<>();
    private List<RowChange> changes = new ArrayList<>();
    private long headVersion;
    private long lastMade;
    private long published;
    private long nextId;
    int pins;
    int scans;

    @Nullable
    String indexed;

    ModelDatabase(DatabaseSchema schema) {
        this.schema = schema;
        schema.tables().forEach(table -> head.put(table.name(), new LinkedHashMap<>()));
        versions.put(0L, copy());
    }

    private Map<String, Map<UUID, RowImage>> copy() {
        Map<String, Map<UUID, RowImage>> copy = new LinkedHashMap<>();
        head.forEach((table, rows) -> copy.put(table, new LinkedHashMap<>(rows)));
        return copy;
    }

    Map<UUID, RowImage> rows(String table) {
        return Objects.requireNonNull(head.get(table));
    }

    UUID nextUuid() {
        return new UUID(0, ++nextId);
    }

    UUID insert(String table, Row row) {
        UUID uuid = nextUuid();
        put(table, uuid, schema.requireTable(table).withDefaults(row));
        return uuid;
    }

    void update(String table, UUID uuid, Row row) {
        put(table, uuid, Objects.requireNonNull(rows(table).get(uuid)).row().with(row));
    }

    private void put(String table, UUID uuid, Row row) {
        RowImage before = rows(table).get(uuid);
        RowImage after = new RowImage(nextUuid(), row);
        rows(table).put(uuid, after);
        changes.add(new RowChange(schema.requireTable(table), uuid, before, after));
    }

    void delete(String table, UUID uuid) {
        RowImage before = rows(table).remove(uuid);
        changes.add(new RowChange(schema.requireTable(table), uuid, before, null));
    }

    /** Ends a transaction, which becomes the head; the hub is told. */
    void commit(MonitorHub hub) {
        NetChanges net = new NetChanges();
        net.add(changes);
        changes = new ArrayList<>();
        headVersion = ++lastMade;
        versions.put(headVersion, copy());
        List<RowChange> each = new ArrayList<>();
        net.byTable().values().forEach(each::addAll);
        hub.committed(headVersion, nextUuid(), each);
    }

    void publish(MonitorHub hub) {
        published = headVersion;
        hub.publish(published);
    }

    void fallBack(MonitorHub hub) {
        headVersion = published;
        head = Objects.requireNonNull(versions.get(published));
        head = copy();
        hub.fallBack(published);
    }

    @Override
    public DatabaseSchema schema() {
        return schema;
    }

    @Override
    public long headVersion() {
        return headVersion;
    }

    @Override
    public long publishedVersion() {
        return published;
    }

    @Override
    public long atoms() {
        return 1_000;
    }

    @Override
    public boolean lookup(TableSchema table, int column, Datum value, BiConsumer<UUID, RowImage> action) {
        if (!table.columnAt(column).name().equals(indexed)) {
            return false;
        }
        rows(table.name()).forEach((uuid, image) -> {
            if (image.value(column).equals(value)) {
                action.accept(uuid, image);
            }
        });
        return true;
    }

    @Override
    public PinnedRows pin() {
        pins++;
        Map<String, Map<UUID, RowImage>> seen = copy();
        return new PinnedRows() {
            private boolean closed;

            private Map<UUID, RowImage> rows(TableSchema table) {
                if (closed) {
                    throw new IllegalStateException("the pin is closed");
                }
                return Objects.requireNonNull(seen.get(table.name()));
            }

            @Override
            public @Nullable RowImage find(TableSchema table, UUID uuid) {
                return rows(table).get(uuid);
            }

            @Override
            public void forEach(TableSchema table, BiConsumer<UUID, RowImage> action) {
                scans++;
                rows(table).forEach(action);
            }

            @Override
            public int expectedRows(TableSchema table) {
                return rows(table).size();
            }

            @Override
            public void close() {
                pins -= closed ? 0 : 1;
                closed = true;
            }
        };
    }
}
