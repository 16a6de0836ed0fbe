package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor wants of each table: RFC 7047's {@code <monitor-requests>}. A table may have several requests, for other
 * columns each; with several conditions for one table, servers heed only one (the first, or for changes the last), so that
 * this class refuses them.
 */
public final class MonitorRequests {
    private final Map<String, List<MonitorRequest>> tables;

    private MonitorRequests(Map<String, List<MonitorRequest>> tables) {
        this.tables = tables;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** One request for one table. */
    public static MonitorRequests of(String table, MonitorRequest request) {
        return builder().table(table, request).build();
    }

    /**
     * All columns of all tables of a schema, by name. Of a subset of a server's schema it is what a program with that subset
     * wants to know, and the server's further tables and columns do not come.
     */
    public static MonitorRequests of(DatabaseSchema schema) {
        Builder builder = builder();
        for (TableSchema table : schema.tables()) {
            builder.table(table.name(), MonitorRequest.columns(columnNames(table)));
        }
        return builder.build();
    }

    private static List<String> columnNames(TableSchema table) {
        return table.columns().stream().map(ColumnSchema::name).toList();
    }

    /** The requests of each table, in the order given. */
    public Map<String, List<MonitorRequest>> tables() {
        return tables;
    }

    /** The same with these conditions, and no others, for each table that has any here; the other tables as they are. */
    public MonitorRequests withConditions(MonitorConditions conditions) {
        Builder builder = builder();
        tables.forEach((table, requests) -> builder.table(table, conditions.applyTo(table, requests)));
        return builder.build();
    }

    /**
     * Writes the requests for {@code monitor}.
     *
     * @throws IllegalArgumentException if one has a condition, which that method does not know
     */
    public void write(JsonWriter writer) {
        write(writer, false);
    }

    /** Writes the requests for {@code monitor_cond} and {@code monitor_cond_since}. */
    public void writeWithConditions(JsonWriter writer) {
        write(writer, true);
    }

    private void write(JsonWriter writer, boolean conditions) {
        writer.beginObject();
        tables.forEach((table, requests) -> {
            writer.name(table).beginArray();
            for (MonitorRequest request : requests) {
                MonitorRequestCodec.write(writer, table, request, conditions);
            }
            writer.endArray();
        });
        writer.endObject();
    }

    /**
     * Reads requests of any of the three methods; a bare object for a table is taken for a list of one.
     *
     * @param schema by which values in conditions are read, or null
     */
    public static MonitorRequests read(JsonReader reader, @Nullable DatabaseSchema schema) {
        return MonitorRequestCodec.readAll(reader, schema);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MonitorRequests that && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return tables.toString();
    }

    /** Gathers {@link MonitorRequests}. For one thread. */
    public static final class Builder {
        private final Map<String, List<MonitorRequest>> tables = new LinkedHashMap<>();

        private Builder() {}

        /** Adds requests for a table, also to those it has. */
        public Builder table(String table, MonitorRequest... requests) {
            return table(table, List.of(requests));
        }

        /** Adds requests for a table, also to those it has. None at all is a table of which nothing is wanted. */
        public Builder table(String table, List<MonitorRequest> requests) {
            tables.computeIfAbsent(table, name -> new ArrayList<>()).addAll(requests);
            return this;
        }

        /** @throws IllegalArgumentException if a table has a column twice, or several requests with conditions */
        public MonitorRequests build() {
            Map<String, List<MonitorRequest>> copy = new LinkedHashMap<>();
            tables.forEach((table, requests) -> {
                RequestRules.check(table, requests);
                copy.put(table, List.copyOf(requests));
            });
            return new MonitorRequests(Collections.unmodifiableMap(copy));
        }
    }
}
