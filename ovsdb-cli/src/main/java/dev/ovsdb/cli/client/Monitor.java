package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code monitor}, of one table or of ALL. */
final class Monitor implements Verb {
    private static final String ALL = "ALL";

    @Override
    public void run(Invocation invocation) {
        Answers answers = new Answers(invocation.session(), invocation.options());
        DatabaseSchema schema = answers.schema(invocation.database());
        List<String> arguments = invocation.arguments();
        List<String> columns = arguments.subList(1, arguments.size());
        List<MonitoredTable> tables = new ArrayList<>();
        for (TableSchema table : tables(schema, arguments.get(0), invocation)) {
            tables.add(
                    MonitoredTable.of(invocation.session(), invocation.database(), table, columns, Optional.empty()));
        }
        new MonitorLoop(invocation, MonitorLoop.Kind.OLD_AND_NEW, tables).run(Optional.empty());
    }

    private static List<TableSchema> tables(DatabaseSchema schema, String name, Invocation invocation) {
        if (name.equals(ALL)) {
            return SchemaOrder.byName(schema);
        }
        return List.of(schema.table(name)
                .orElseThrow(() -> new CommandException(invocation.session().server() + ": " + invocation.database()
                        + " does not have a table named \"" + name + "\"")));
    }
}
