package dev.ovsdb.cli.client;

import dev.ovsdb.cli.table.Cell;
import dev.ovsdb.cli.table.Table;
import dev.ovsdb.server.text.SchemaOrder;

/** {@code list-tables}. */
final class ListTables implements Verb {
    @Override
    public void run(Invocation invocation) {
        Answers answers = new Answers(invocation.session(), invocation.options());
        Table table = Table.of("Table");
        SchemaOrder.hashed(answers.schema(invocation.database())).forEach(each -> table.add(Cell.text(each.name())));
        invocation.print(table);
    }
}
