package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.schema.SchemaRecord;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.file.LogHeader;
import dev.ovsdb.server.text.SchemaOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code backup}: a database file of two records, the schema and one transaction that makes all rows. */
final class Backup implements Verb {
    private static final String COMMENT = "produced by \"ovsdb-client backup\"";

    @Override
    public void run(Invocation invocation) {
        if (invocation.console().terminals().output()) {
            throw new CommandException("not writing backup to a terminal; please redirect stdout to a file");
        }
        Answers answers = new Answers(invocation.session(), invocation.options());
        DatabaseSchema schema = answers.schema(invocation.database());
        List<TableSelection> selections = selections(schema);
        List<JsonValue> params = new ArrayList<>(List.of(JsonValue.of(invocation.database())));
        selections.forEach(selection -> params.add(selection.operation()));
        BackupRows rows = BackupRows.of(answers.result("transact", params.toArray(new JsonValue[0])));
        rows.checkCount(selections.size());
        long date = invocation.console().clock().now().toEpochMilli();
        write(invocation, SchemaRecord.text(schema));
        write(invocation, transaction(selections, rows, date));
    }

    private static List<TableSelection> selections(DatabaseSchema schema) {
        List<TableSelection> selections = new ArrayList<>();
        for (TableSchema table : SchemaOrder.hashed(schema)) {
            List<ColumnSchema> kept = SchemaOrder.hashed(table).stream()
                    .filter(column -> PersistentColumns.isKept(column, schema))
                    .toList();
            selections.add(new TableSelection(table.name(), kept));
        }
        return selections;
    }

    /** Tables without rows are left out. */
    private static String transaction(List<TableSelection> selections, BackupRows rows, long date) {
        Map<String, String> members = new LinkedHashMap<>();
        for (TableSelection selection : selections) {
            rows.next(selection.table()).ifPresent(text -> members.put(selection.table(), text));
        }
        members.put("_comment", new JsonString(COMMENT).toString());
        members.put("_date", Long.toString(date));
        members.put("_is_diff", "true");
        return BackupRows.object(members);
    }

    private static void write(Invocation invocation, String json) {
        byte[] record = (json + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] header = LogHeader.of(record).toBytes();
        invocation.out().write(header, 0, header.length);
        invocation.out().write(record, 0, record.length);
    }
}
