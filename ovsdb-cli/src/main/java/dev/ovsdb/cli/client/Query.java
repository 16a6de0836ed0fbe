package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code query}: a transaction with an abort behind it, whose own result is not shown. */
final class Query implements Verb {
    @Override
    public void run(Invocation invocation) {
        if (!(Transact.parse(invocation.lastArgument()) instanceof JsonArray transaction)) {
            throw new CommandException("not a valid OVSDB query");
        }
        List<JsonValue> aborted = new ArrayList<>(transaction.elements());
        aborted.add(JsonValue.object("op", JsonValue.of("abort")));
        JsonValue result = Transact.transact(invocation, new JsonArray(aborted));
        invocation.print(withoutAbort(result, aborted.size() - 2));
    }

    private static JsonValue withoutAbort(JsonValue result, int abort) {
        boolean ended = result instanceof JsonArray array
                && array.size() == abort + 1
                && array.get(abort) instanceof JsonObject last
                && last.get("error").equals(Optional.of(new JsonString("aborted")));
        return ended ? new JsonArray(((JsonArray) result).elements().subList(0, abort)) : result;
    }
}
