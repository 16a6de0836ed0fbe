package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.ConditionCheck;
import dev.ovsdb.server.check.Names;
import dev.ovsdb.server.check.RejectedException;
import java.util.List;
import java.util.Optional;

/** {@code monitor-cond}. */
final class MonitorCond implements Verb {
    @Override
    public void run(Invocation invocation) {
        run(invocation, invocation.arguments(), MonitorLoop.Kind.CONDITIONAL, Optional.empty());
    }

    /** With the arguments CONDITION TABLE [COLUMN,...]. */
    static void run(Invocation invocation, List<String> arguments, MonitorLoop.Kind kind, Optional<String> lastId) {
        Answers answers = new Answers(invocation.session(), invocation.options());
        DatabaseSchema schema = answers.schema(invocation.database());
        String name = arguments.get(1);
        TableSchema table = schema.table(name)
                .orElseThrow(() ->
                        new CommandException(invocation.database() + " does not have a table named \"" + name + "\""));
        JsonValue condition = Transact.parse(arguments.get(0));
        try {
            ConditionCheck.check(condition, table, Names.REFUSED);
        } catch (RejectedException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
        List<String> columns = arguments.subList(2, arguments.size());
        MonitoredTable monitored =
                MonitoredTable.of(invocation.session(), invocation.database(), table, columns, Optional.of(condition));
        new MonitorLoop(invocation, kind, List.of(monitored)).run(lastId);
    }
}
