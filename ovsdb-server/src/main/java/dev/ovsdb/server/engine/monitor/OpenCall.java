package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonNull;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.check.RejectedException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for a monitor: read on the session's loop, executed on the lane. Immutable.
 *
 * <p>Reading never fails: what is wrong with the params is {@link #refusal}. The reference looks at the monitor's id after the
 * shape of the params and before the tables; hence two kinds of refusals inside.
 */
public final class OpenCall {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID ZERO = new UUID(0, 0);

    private final MonitorKind kind;
    private final JsonBytes params;
    private @Nullable String database;
    private @Nullable DatabaseSchema schema;
    private JsonValue id = JsonNull.NULL;
    private List<TableRequest> tables = List.of();
    private UUID lastTransaction = ZERO;
    private @Nullable JsonValue misshapen;
    private @Nullable JsonValue unfounded;

    private OpenCall(MonitorKind kind, JsonBytes params) {
        this.kind = kind;
        this.params = params;
    }

    /** @param schemas the schema of a database that is served, by its name */
    public static OpenCall read(
            MonitorKind kind, JsonBytes params, Function<String, @Nullable DatabaseSchema> schemas) {
        OpenCall call = new OpenCall(kind, params);
        try {
            call.readParams(schemas);
        } catch (RejectedException e) {
            call.misshapen = e.toJson();
        }
        return call;
    }

    /** The same request read by another schema, if the database has been converted meanwhile. */
    public OpenCall readAgain(DatabaseSchema other) {
        return read(kind, params, name -> name.equals(other.name()) ? other : null);
    }

    private void readParams(Function<String, @Nullable DatabaseSchema> schemas) throws RejectedException {
        MonitorParams read = MonitorParams.read(params);
        database = read.text(0);
        if (database == null) {
            throw RejectedException.syntax(read.whole(), kind.method() + " request params must begin with <db-name>");
        }
        schema = schemas.apply(database);
        if (schema == null) {
            String details = kind.method() + " request specifies unknown database " + database;
            throw RejectedException.tagged(read.whole(), ErrorTag.UNKNOWN_DATABASE, details);
        }
        checkCount(read);
        id = read.value(1);
        if (!read.isObject(2)) {
            throw RejectedException.syntax(read.value(2), "monitor-requests must be object");
        }
        readRest(read, schema);
    }

    /** The reference crashes if {@code monitor} has too few params, and ignores further ones. */
    private void checkCount(MonitorParams read) throws RejectedException {
        boolean right = switch (kind) {
            case MONITOR -> read.count() >= 3;
            case MONITOR_COND -> read.count() == 3;
            case MONITOR_COND_SINCE -> read.count() == 4;
        };
        if (!right) {
            throw RejectedException.syntax(read.whole(), "invalid parameters");
        }
    }

    private void readRest(MonitorParams read, DatabaseSchema by) {
        try {
            tables = RequestReader.read(read, 2, by, kind.hasConditions());
            if (kind.tellsTransactions()) {
                lastTransaction = transaction(read.value(3));
            }
        } catch (RejectedException e) {
            unfounded = e.toJson();
        }
    }

    private static UUID transaction(JsonValue json) throws RejectedException {
        if (!(json instanceof JsonString text)) {
            throw RejectedException.syntax(json, "last-txn-id must be string");
        }
        if (!UUID_TEXT.matcher(text.value()).matches()) {
            throw RejectedException.syntax(json, "last-txn-id must be UUID format.");
        }
        return UUID.fromString(text.value());
    }

    public MonitorKind kind() {
        return kind;
    }

    /** The database that is named, null if none is. */
    public @Nullable String database() {
        return database;
    }

    /** The schema by which the request was read, null if there is no such database. */
    public @Nullable DatabaseSchema schema() {
        return schema;
    }

    /** The monitor's id. */
    public JsonValue id() {
        return id;
    }

    /**
     * The error with which the request is to be answered, or null.
     *
     * @param idTaken whether another monitor of the session has this id
     */
    public @Nullable JsonValue refusal(boolean idTaken) {
        if (misshapen != null) {
            return misshapen;
        }
        return idTaken ? RejectedException.syntax(id, "duplicate monitor ID").toJson() : unfounded;
    }

    List<TableRequest> tables() {
        return tables;
    }

    /** The transaction from which the client wants to go on; zero if from none. */
    UUID lastTransaction() {
        return lastTransaction;
    }
}
