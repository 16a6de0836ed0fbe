package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The database that a request names first among its parameters.
 *
 * @param name null if it names none
 */
record DatabaseName(ServerRequest request, @Nullable String name) {
    static DatabaseName of(ServerRequest request) {
        return new DatabaseName(request, firstString(request.params()));
    }

    private static @Nullable String firstString(JsonBytes params) {
        JsonReader reader = JsonReader.of(params.toByteArray());
        reader.beginArray();
        return reader.hasNext() && reader.peek() == JsonToken.STRING ? reader.nextString() : null;
    }

    /** The database, or null after the call was refused because there is none. In the lane. */
    @Nullable
    ServedDatabase find(LaneSession session, Call call) {
        ServedDatabase database =
                name == null ? null : session.engine().databases().find(name);
        if (database == null) {
            call.refuse(refusal());
        }
        return database;
    }

    /** Why there is no such database. */
    JsonValue refusal() {
        String method = request.method();
        if (name == null) {
            return Errors.syntax(request.params(), method + " request params must begin with <db-name>");
        }
        return Errors.about(
                request.params().toValue(),
                ErrorTag.UNKNOWN_DATABASE,
                method + " request specifies unknown database " + name);
    }
}
