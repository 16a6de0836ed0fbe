package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Servers.Opened;
import dev.ovsdb.cli.client.Verbs.Need;
import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.daemon.Pidfile;
import dev.ovsdb.cli.json.JsonArgument;
import dev.ovsdb.cli.json.JsonTextException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Optional;

/** {@code transact}: the argument is the params of the request, its first element the database. */
final class Transact implements Verb {
    @Override
    public void run(Invocation invocation) {
        invocation.print(transact(invocation, parse(invocation.lastArgument())));
    }

    /** The results of the transaction. */
    static JsonValue transact(Invocation invocation, JsonValue transaction) {
        if (!(transaction instanceof JsonArray array)
                || array.size() == 0
                || !(array.get(0) instanceof JsonString database)) {
            throw new CommandException("not a valid OVSDB query");
        }
        Opened opened =
                invocation.servers().open(1, Need.DATABASE, invocation.arguments(), Optional.of(database.value()));
        Answers answers = new Answers(opened.session(), invocation.options());
        answers.beChangeAware(invocation.options(), false);
        try (Pidfile pidfile = invocation.claimPidfile()) {
            return answers.result("transact", array.elements().toArray(new JsonValue[0]))
                    .toValue();
        }
    }

    /** The JSON of an argument. */
    static JsonValue parse(String argument) {
        try {
            return JsonArgument.parse(argument);
        } catch (JsonTextException e) {
            throw new CommandException("\"" + argument + "\": " + e.getMessage(), e);
        }
    }
}
