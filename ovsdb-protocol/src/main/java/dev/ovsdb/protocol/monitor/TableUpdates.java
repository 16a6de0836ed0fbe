package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Updates of some rows of some tables, in the order in which they came: RFC 7047's {@code <table-updates>} or Open vSwitch's
 * {@code <table-updates2>}. For what may be too large to keep there is {@link TableUpdatesReader}.
 */
public final class TableUpdates {
    /** No update. */
    public static final TableUpdates EMPTY = builder().build();

    private final Map<String, Map<UUID, RowUpdate>> tables;

    private TableUpdates(Map<String, Map<UUID, RowUpdate>> tables) {
        this.tables = tables;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The update of one row. */
    public static TableUpdates of(String table, UUID uuid, RowUpdate update) {
        return builder().add(table, uuid, update).build();
    }

    /** The updates of each table that has any. */
    public Map<String, Map<UUID, RowUpdate>> tables() {
        return tables;
    }

    /** The updates of one table; empty if it has none. */
    public Map<UUID, RowUpdate> table(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    public Optional<RowUpdate> row(String table, UUID uuid) {
        return Optional.ofNullable(table(table).get(uuid));
    }

    /** How many rows there are, in all tables. */
    public int size() {
        return tables.values().stream().mapToInt(Map::size).sum();
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Hands each update over, table by table. */
    public void forEach(RowUpdateSink sink) {
        tables.forEach((table, rows) -> rows.forEach((uuid, update) -> sink.row(table, uuid, update)));
    }

    /**
     * Writes the updates.
     *
     * @throws IllegalArgumentException if one of them cannot be said in this notation
     */
    public void write(JsonWriter writer, UpdateNotation notation) {
        writer.beginObject();
        tables.forEach((table, rows) -> {
            writer.name(table).beginObject();
            rows.forEach((uuid, update) -> {
                writer.name(uuid);
                RowUpdateCodec.write(writer, update, notation);
            });
            writer.endObject();
        });
        writer.endObject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableUpdates that && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return tables.toString();
    }

    /** Gathers {@link TableUpdates}; takes them row by row, also from a reader. For one thread. */
    public static final class Builder implements RowUpdateSink {
        private final Map<String, Map<UUID, RowUpdate>> tables = new LinkedHashMap<>();

        private Builder() {}

        /** Adds the update of a row; a second one for the same row replaces the first. */
        public Builder add(String table, UUID uuid, RowUpdate update) {
            tables.computeIfAbsent(table, name -> new LinkedHashMap<>()).put(uuid, update);
            return this;
        }

        @Override
        public void row(String table, UUID uuid, RowUpdate update) {
            add(table, uuid, update);
        }

        public TableUpdates build() {
            Map<String, Map<UUID, RowUpdate>> copy = new LinkedHashMap<>();
            tables.forEach((table, rows) -> copy.put(table, Collections.unmodifiableMap(new LinkedHashMap<>(rows))));
            return new TableUpdates(Collections.unmodifiableMap(copy));
        }
    }
}
