package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogFile;

/** {@code create}: a database file with a schema and nothing else. */
final class Create implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        DatabaseSchema schema = SchemaFile.read(invocation.schema(1));
        LogFile.at(invocation.database(0)).create(schema);
        return 0;
    }
}
