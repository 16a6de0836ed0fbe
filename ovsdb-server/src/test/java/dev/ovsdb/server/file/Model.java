package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.RowSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a database holds at each version, kept by simplest means, and random transactions on it. */
final class Model {
    static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {"name": "db", "version": "1.2.3", "tables": {
              "Switch": {"columns": {
                "name": {"type": "string"},
                "number": {"type": "integer"},
                "weight": {"type": "real"},
                "up": {"type": {"key": "boolean", "min": 0, "max": 1}},
                "ports": {"type": {"key": "uuid", "min": 0, "max": "unlimited"}},
                "ids": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
                "seen": {"type": "integer", "ephemeral": true}}},
              "Address": {"columns": {"ip": {"type": "string"}, "owner": {"type": "string", "ephemeral": true}}}}}""");
    static final TableSchema SWITCH = SCHEMA.requireTable("Switch");
    static final TableSchema ADDRESS = SCHEMA.requireTable("Address");

    private final Random random;
    private final List<Map<UUID, Row>> versions = new ArrayList<>();

    Model(long seed) {
        random = new Random(seed);
        versions.add(new LinkedHashMap<>());
    }

    long version() {
        return versions.size() - 1;
    }

    /** The rows as of a version, as they come back from a file: ephemeral columns have their defaults. */
    Map<UUID, Row> kept(long version) {
        Map<UUID, Row> kept = new LinkedHashMap<>();
        versions.get((int) version).forEach((uuid, row) -> kept.put(uuid, withoutEphemeral(row)));
        return kept;
    }

    private static Row withoutEphemeral(Row row) {
        return row.find("seen") != null ? row.with("seen", Datum.of(0)) : row.with("owner", Datum.of(""));
    }

    /** Goes back to a version, as an engine falls back. */
    void fallBack(long version) {
        while (version() > version) {
            versions.remove(versions.size() - 1);
        }
    }

    Contents contents() {
        return new ModelContents(version(), versions.get((int) version()));
    }

    /** A random transaction, which makes the next version. */
    LogEntry change() {
        Map<UUID, Row> rows = new LinkedHashMap<>(versions.get((int) version()));
        Map<UUID, RowChange> changes = new LinkedHashMap<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            RowChange change = change(rows, changes);
            if (change != null) {
                changes.put(change.uuid(), change);
            }
        }
        versions.add(rows);
        return entry(List.copyOf(changes.values()), random.nextInt(3) == 0 ? "why\n\"not\"" : null);
    }

    LogEntry entry(List<RowChange> changes, @Nullable String comment) {
        return new LogEntry(version(), uuid(), changes, Instant.ofEpochMilli(1_700_000_000_000L + version()), comment);
    }

    private @Nullable RowChange change(Map<UUID, Row> rows, Map<UUID, RowChange> changes) {
        List<UUID> present = new ArrayList<>(rows.keySet());
        if (present.isEmpty() || random.nextInt(4) == 0) {
            TableSchema table = random.nextInt(3) == 0 ? ADDRESS : SWITCH;
            Row row =
                    random.nextInt(8) == 0 ? table.withDefaults(Row.empty()) : changed(table.withDefaults(Row.empty()));
            UUID uuid = uuid();
            rows.put(uuid, row);
            return new RowChange(table, uuid, null, image(row));
        }
        UUID uuid = present.get(random.nextInt(present.size()));
        if (changes.containsKey(uuid)) {
            return null;
        }
        Row before = rows.get(uuid);
        TableSchema table = before.find("seen") != null ? SWITCH : ADDRESS;
        if (random.nextInt(8) == 0) {
            rows.remove(uuid);
            return new RowChange(table, uuid, image(before), null);
        }
        Row after = changed(before);
        rows.put(uuid, after);
        return new RowChange(table, uuid, image(before), image(after));
    }

    private RowImage image(Row row) {
        return new RowImage(uuid(), row);
    }

    private Row changed(Row row) {
        if (row.find("seen") == null) {
            return random.nextInt(3) == 0 ? row.with("owner", Datum.of(text())) : row.with("ip", Datum.of(text()));
        }
        return switch (random.nextInt(8)) {
            case 0 -> row.with("name", Datum.of(text()));
            case 1 -> row.with("number", Datum.of(random.nextLong()));
            case 2 -> row.with("weight", Datum.of(random.nextInt(1000) / 7.0));
            case 3 -> row.with("up", random.nextBoolean() ? Datum.of(random.nextBoolean()) : Datum.emptySet());
            case 4, 5 -> row.with("ports", ports(row));
            case 6 -> row.with("ids", ids(row));
            default -> row.with("seen", Datum.of(random.nextInt()));
        };
    }

    private Datum ports(Row row) {
        List<Atom> ports = new ArrayList<>(row.require("ports").atoms());
        int add = random.nextInt(20) == 0 ? 100 : 2;
        for (int i = 0; i < add; i++) {
            ports.add(Atom.of(uuid()));
        }
        if (random.nextInt(3) == 0) {
            ports.remove(random.nextInt(ports.size()));
        }
        return Datum.set(ports);
    }

    private Datum ids(Row row) {
        Map<String, String> ids = new LinkedHashMap<>(row.require("ids").asStringMap());
        ids.put("key" + random.nextInt(5), text());
        ids.remove("key" + random.nextInt(5));
        return Datum.stringMap(ids);
    }

    private String text() {
        return new String[] {"", "a", "eth0", "b\u00e4r \u2603", "x\"y\\z\n", "t".repeat(300)}[random.nextInt(6)];
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private record ModelContents(long version, Map<UUID, Row> rows) implements Contents {
        @Override
        public DatabaseSchema schema() {
            return SCHEMA;
        }

        @Override
        public void forEachRow(RowSink sink) {
            for (TableSchema table : SCHEMA.tables()) {
                rows.forEach((uuid, row) -> {
                    if ((row.find("seen") != null) == (table == SWITCH)) {
                        sink.row(table, uuid, row);
                    }
                });
            }
        }

        @Override
        public void close() {}
    }
}
