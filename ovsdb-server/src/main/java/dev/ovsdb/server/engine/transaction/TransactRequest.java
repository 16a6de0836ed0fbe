package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.check.RejectedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code transact}, read by the schema of the database that they name. Immutable; read on a session's loop,
 * executed in the lane.
 */
public final class TransactRequest {
    private final JsonBytes params;
    private final @Nullable String database;
    private final @Nullable DatabaseSchema schema;
    private final @Nullable JsonValue refusal;
    private final List<Step> steps;
    private final int count;
    private final boolean onlyReads;

    private TransactRequest(
            JsonBytes params,
            @Nullable String database,
            @Nullable DatabaseSchema schema,
            @Nullable JsonValue refusal,
            List<Step> steps,
            int count) {
        this.params = params;
        this.database = database;
        this.schema = schema;
        this.refusal = refusal;
        this.steps = List.copyOf(steps);
        this.count = count;
        this.onlyReads = onlyRead(this.steps);
    }

    private static boolean onlyRead(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).onlyReads()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads the parameters. Does not fail for anything that is valid JSON: what is wrong is told by {@link #refusal}, or comes as
     * the result of the operation at fault.
     *
     * @param schemas the schemas of the databases that are served, by name
     */
    public static TransactRequest parse(JsonBytes params, Function<String, @Nullable DatabaseSchema> schemas) {
        JsonReader in = reader(params);
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
            return unnamed(params);
        }
        in.beginArray();
        if (!in.hasNext() || in.peek() != JsonToken.STRING) {
            return unnamed(params);
        }
        String database = name(in);
        DatabaseSchema schema = schemas.apply(database);
        if (schema == null) {
            return unknown(params, database);
        }
        OperationReader operations = new OperationReader(in, schema);
        operations.readAll();
        return new TransactRequest(params, database, schema, null, operations.steps(), operations.count());
    }

    /** A name that is not UTF-8 is no database's. */
    private static String name(JsonReader in) {
        try {
            return in.nextString();
        } catch (MalformedUtf8Exception e) {
            return "\ufffd";
        }
    }

    private static JsonReader reader(JsonBytes params) {
        List<ByteBuffer> buffers = params.buffers();
        return buffers.size() == 1 ? JsonReader.of(buffers.get(0)) : JsonReader.of(params.toByteArray());
    }

    private static TransactRequest unnamed(JsonBytes params) {
        return refused(
                params,
                null,
                RejectedException.syntax(Trees.parse(params), "transact request params must begin with <db-name>"));
    }

    private static TransactRequest unknown(JsonBytes params, String database) {
        return refused(
                params,
                database,
                RejectedException.tagged(
                        Trees.parse(params),
                        ErrorTag.UNKNOWN_DATABASE,
                        "transact request specifies unknown database " + database));
    }

    private static TransactRequest refused(JsonBytes params, @Nullable String database, RejectedException why) {
        return new TransactRequest(params, database, null, why.toJson(), List.of(), 0);
    }

    /** The same parameters, read by another schema of their database: what the lane does if it was converted meanwhile. */
    public TransactRequest readAgain(DatabaseSchema other) {
        return parse(params, name -> other);
    }

    /** The database that the parameters name; null if they name none. */
    public @Nullable String database() {
        return database;
    }

    /** The schema by which the operations were read; null if the request was refused. */
    public @Nullable DatabaseSchema schema() {
        return schema;
    }

    /** Why there is nothing to execute: the {@code error} of the reply. Null if there is. */
    public @Nullable JsonValue refusal() {
        return refusal;
    }

    /** Whether no operation can change anything. */
    public boolean onlyReads() {
        return onlyReads;
    }

    /** How many operations there are. */
    public int operations() {
        return count;
    }

    /** The operations, up to the first one of which it is known that it fails. */
    List<Step> steps() {
        return steps;
    }
}
