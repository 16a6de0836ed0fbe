package dev.ovsdb.cli.server;

import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.Database.Registration;
import dev.ovsdb.server.engine.DatabaseView;
import dev.ovsdb.server.text.DatumText;
import dev.ovsdb.server.text.HashOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Logs each change of a table's rows, for people who look for a fault: it goes through the whole table after each change.
 * Confined to its executor, but for {@link #start} and {@link #close}.
 */
final class TableLog implements AutoCloseable {
    private final Database database;
    private final String table;
    private final Vlog log;
    private Map<UUID, Row> known = new LinkedHashMap<>();
    private final Registration registration;

    private TableLog(Database database, String table, Executor executor, Vlog log) {
        this.database = database;
        this.table = table;
        this.log = log;
        this.registration = database.onPublished(List.of(table), () -> executor.execute(this::look));
    }

    /** Begins; what is in the table by then is not logged. */
    static TableLog start(Database database, String table, Executor executor, Vlog log) {
        TableLog started = new TableLog(database, table, executor, log);
        executor.execute(() -> started.known = started.rows());
        return started;
    }

    private Map<UUID, Row> rows() {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        try (DatabaseView view = database.view()) {
            view.forEach(table, rows::put);
        }
        return rows;
    }

    private void look() {
        Map<UUID, Row> now = rows();
        now.forEach((uuid, row) -> {
            Row before = known.remove(uuid);
            if (before == null) {
                tell("inserted", uuid, row);
            } else if (!before.equals(row)) {
                tell("updated", uuid, row);
            }
        });
        known.forEach((uuid, row) -> tell("deleted", uuid, row));
        known = now;
    }

    private void tell(String operation, UUID uuid, Row row) {
        StringBuilder text = new StringBuilder("table:" + table + ",op:" + operation + ",_uuid:" + uuid);
        TableSchema schema = database.schema().requireTable(table);
        for (String column : HashOrder.of(row.columns())) {
            String value = DatumText.string(
                    row.require(column), schema.requireColumn(column).type());
            text.append(',').append(column).append(':').append(value);
        }
        log.info("transaction", text.toString());
    }

    @Override
    public void close() {
        registration.close();
    }
}
