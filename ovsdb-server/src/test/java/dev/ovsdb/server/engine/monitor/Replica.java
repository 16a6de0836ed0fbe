package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDiff;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.RowUpdate.Delete;
import dev.ovsdb.protocol.monitor.RowUpdate.Initial;
import dev.ovsdb.protocol.monitor.RowUpdate.Insert;
import dev.ovsdb.protocol.monitor.RowUpdate.Modify;
import dev.ovsdb.protocol.monitor.RowUpdate.Replace;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdatesReader;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a strict client knows by the messages it got: an update that does not fit what it has is an error. */
final class Replica {
    private final DatabaseSchema schema;
    private final MonitorKind kind;
    private final Map<String, List<String>> columns;
    final Map<String, Map<UUID, Row>> tables = new TreeMap<>();
    UUID lastTransaction = new UUID(0, 0);

    /** @param columns what was asked for of each table */
    Replica(DatabaseSchema schema, MonitorKind kind, Map<String, List<String>> columns) {
        this.schema = schema;
        this.kind = kind;
        this.columns = columns;
        columns.keySet().forEach(table -> tables.put(table, new TreeMap<>()));
    }

    /** Takes the reply; answers whether the server knew where the client was. */
    boolean reply(JsonBytes text) {
        UpdatesMessage message = switch (kind) {
            case MONITOR -> UpdatesMessage.MONITOR_RESULT;
            case MONITOR_COND -> UpdatesMessage.MONITOR_COND_RESULT;
            case MONITOR_COND_SINCE -> UpdatesMessage.MONITOR_COND_SINCE_RESULT;
        };
        return read(message, text).found().orElse(false);
    }

    void update(JsonBytes params) {
        UpdatesMessage message = switch (kind) {
            case MONITOR -> UpdatesMessage.UPDATE;
            case MONITOR_COND -> UpdatesMessage.UPDATE2;
            case MONITOR_COND_SINCE -> UpdatesMessage.UPDATE3;
        };
        read(message, params);
    }

    private UpdatesHeader read(UpdatesMessage message, JsonBytes text) {
        RowUpdateSink sink = new RowUpdateSink() {
            @Override
            public void begin(UpdatesHeader header) {
                if (header.found().isPresent() && !header.found().get()) {
                    tables.values().forEach(Map::clear);
                }
            }

            @Override
            public void row(String table, UUID uuid, RowUpdate update) {
                apply(table, uuid, update);
            }
        };
        TableUpdatesReader reader = TableUpdatesReader.of(message, UpdateSchema.of(schema, UnknownNames.REFUSE), sink);
        text.buffers().forEach(reader::feed);
        UpdatesHeader header = reader.finish();
        header.lastTransactionId().ifPresent(id -> lastTransaction = id);
        return header;
    }

    private void apply(String table, UUID uuid, RowUpdate update) {
        Map<UUID, Row> rows = tables.get(table);
        Row known = rows.get(uuid);
        if (update instanceof Initial initial) {
            require(known == null, "initial", uuid);
            rows.put(uuid, whole(table, initial.row()));
        } else if (update instanceof Insert insert) {
            require(known == null, "insert", uuid);
            rows.put(uuid, whole(table, insert.row()));
        } else if (update instanceof Replace replace) {
            require(known != null && known.with(replace.before()).equals(known), "replace", uuid);
            rows.put(uuid, replace.after());
        } else if (update instanceof Modify modify) {
            require(known != null, "modify", uuid);
            rows.put(uuid, modified(table, known, modify.diff()));
        } else if (update instanceof Delete delete) {
            require(known != null && delete.row().map(known::equals).orElse(true), "delete", uuid);
            rows.remove(uuid);
        }
    }

    private static void require(boolean fits, String update, UUID uuid) {
        if (!fits) {
            throw new AssertionError(update + " of row " + uuid + " does not fit what the client has");
        }
    }

    private Row whole(String table, Row row) {
        Row whole = Row.empty();
        for (String column : columns.get(table)) {
            Datum value = row.find(column);
            whole = whole.with(
                    column,
                    value == null
                            ? schema.requireTable(table).requireColumn(column).defaultDatum()
                            : value);
        }
        return whole;
    }

    private Row modified(String table, Row row, Row diff) {
        TableSchema schemaOf = schema.requireTable(table);
        Row after = row;
        for (String column : diff.columns()) {
            Datum changed = DatumDiff.apply(
                            row.require(column),
                            diff.require(column),
                            schemaOf.requireColumn(column).type())
                    .after();
            after = after.with(column, changed);
        }
        return after;
    }
}
