package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.server.text.JsonPrinter;
import dev.ovsdb.server.text.NameOrder;
import java.util.ArrayList;
import java.util.List;

/** Calls that a program cannot go on without: what is not a result ends it, in the reference's words. */
final class Answers {
    private final Session session;
    private final boolean pretty;

    Answers(Session session, ClientOptions options) {
        this.session = session;
        this.pretty = options.style().pretty();
    }

    /** @throws CommandException if there is no result */
    JsonBytes result(String method, JsonValue... params) {
        return result(session.call(method, params), pretty);
    }

    static JsonBytes result(Reply reply, boolean pretty) {
        if (reply instanceof Reply.Result result) {
            return result.body();
        } else if (reply instanceof Reply.Failure failure) {
            throw new CommandException("transaction returned error: " + JsonPrinter.sorted(failure.error(), pretty));
        } else if (reply instanceof Reply.End end) {
            throw new CommandException("transaction failed (" + end.reason() + ")");
        }
        throw new IllegalStateException("a notification is no reply");
    }

    /** The names of the server's databases, sorted. */
    List<String> databases() {
        if (!(result("list_dbs").toValue() instanceof JsonArray array)) {
            throw new CommandException("list_dbs response is not array");
        }
        List<String> names = new ArrayList<>();
        for (JsonValue name : array) {
            if (!(name instanceof JsonString string)) {
                throw new CommandException("list_dbs response " + names.size() + " is not string");
            }
            names.add(string.value());
        }
        names.sort(NameOrder.BYTES);
        return names;
    }

    DatabaseSchema schema(String database) {
        try {
            return DatabaseSchema.parse(
                    result("get_schema", new JsonString(database)).toByteArray());
        } catch (SchemaException | JsonSyntaxException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Asks to be told of databases that change, if the person said so or else the verb does. */
    void beChangeAware(ClientOptions options, boolean otherwise) {
        if (!options.changeAware().orElse(otherwise)) {
            return;
        }
        Reply reply = session.call("set_db_change_aware", JsonValue.of(true));
        if (reply instanceof Reply.End end) {
            throw new CommandException(session.server() + ": error setting db_change_aware (" + end.reason() + ")");
        }
        if (reply instanceof Reply.Failure failure && options.changeAware().orElse(false)) {
            throw new CommandException(
                    session.server() + ": set_db_change_aware failed (" + JsonPrinter.hashed(failure.error()) + ")");
        }
    }

    /** The first error among the results of a transaction ends the program. */
    static void checkTransaction(JsonBytes result) {
        if (!(result.toValue() instanceof JsonArray results)) {
            throw new CommandException("result is not array");
        }
        for (JsonValue element : results) {
            if (!(element instanceof JsonObject object)) {
                throw new CommandException("result array element is not object");
            }
            if (object.get("error").isPresent()) {
                throw new CommandException("server returned error reply: " + JsonPrinter.sorted(object));
            }
        }
    }
}
