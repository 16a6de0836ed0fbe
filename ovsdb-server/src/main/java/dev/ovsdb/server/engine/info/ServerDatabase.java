package dev.ovsdb.server.engine.info;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowBuilder;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.VirtualRows;
import dev.ovsdb.server.storage.StorageStatus;
import dev.ovsdb.server.text.JsonPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Keeps a row for each database that is served, its own included. Confined to the lane. */
public final class ServerDatabase {
    public static final String NAME = "_Server";
    private static final String TABLE = "Database";
    private static final DatabaseSchema SCHEMA = readSchema();

    private final ServedDatabase self;
    private final IdSource ids;
    private final Map<String, UUID> rows = new HashMap<>(); // By the database's name; never iterated.

    /** @param self the database that is to hold the rows, of this {@link #schema} and with these {@link #virtualTables} */
    public ServerDatabase(ServedDatabase self, IdSource ids) {
        this.self = self;
        this.ids = ids;
    }

    /** The reference server's. */
    public static DatabaseSchema schema() {
        return SCHEMA;
    }

    public static Set<String> virtualTables() {
        return Set.of(TABLE);
    }

    private static DatabaseSchema readSchema() {
        try (InputStream in = ServerDatabase.class.getResourceAsStream("_server.ovsschema")) {
            return DatabaseSchema.parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells how a database is, just now. */
    public void put(ServedDatabase database) {
        UUID uuid = rows.computeIfAbsent(database.name(), any -> ids.nextUuid());
        change(new VirtualRows.Change(uuid, row(database)));
    }

    /** Tells of a database no more. */
    public void remove(ServedDatabase database) {
        UUID uuid = rows.remove(database.name());
        if (uuid != null) {
            change(new VirtualRows.Change(uuid, null));
        }
    }

    private void change(VirtualRows.Change change) {
        OperationError error = new VirtualRows(TABLE, List.of(change)).change(self, () -> {});
        if (error != null) {
            throw new IllegalStateException("a row of " + NAME + " breaks its schema: " + error.describe());
        }
    }

    private static Row row(ServedDatabase database) {
        StorageStatus status = database.storage().status();
        RowBuilder row = Row.builder()
                .put("name", database.name())
                .put("model", status.model())
                .put("connected", status.connected())
                .put("leader", status.leader())
                .put("schema", schemaText(database.schema()));
        status.cluster().ifPresent(id -> row.put("cid", Datum.of(id)));
        status.server().ifPresent(id -> row.put("sid", Datum.of(id)));
        status.index().ifPresent(index -> row.put("index", index));
        return row.build();
    }

    /** Members sorted, as the reference writes it into this column. */
    private static String schemaText(DatabaseSchema schema) {
        return JsonPrinter.sorted(JsonValue.parse(schema.toJson()));
    }
}
