package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogHeader;
import dev.ovsdb.server.file.LogReader;
import dev.ovsdb.server.file.LogRecord;

/** {@code show-log}: the records of a file, one after the other as they are read. */
final class ShowLog implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        try (LogReader reader = LogFile.at(invocation.database(0)).records()) {
            if (reader.magic().equals(LogHeader.CLUSTER)) {
                new ClusterLog(invocation).print(reader);
            } else {
                print(reader, invocation);
            }
        }
        return 0;
    }

    private static void print(LogReader reader, ToolInvocation invocation) {
        Output out = invocation.out();
        ChangePrinter changes = new ChangePrinter(out, invocation.more());
        for (LogRecord record = reader.next(); record != null; record = reader.next()) {
            out.print("record " + record.number() + ":");
            if (record.number() == 0) {
                DatabaseSchema schema = reader.schemaOf(record);
                changes.use(schema);
                out.line(" " + describe(schema, " schema, "));
            } else {
                changes.print((JsonObject) JsonValue.parse(record.json()));
            }
            out.line("");
        }
    }

    /** The schema's name, version and checksum. */
    static String describe(DatabaseSchema schema, String between) {
        return "\"" + schema.name() + "\"" + between + "version=\"" + SchemaFact.version(schema) + "\", cksum=\""
                + schema.cksum().orElse("") + "\"";
    }
}
