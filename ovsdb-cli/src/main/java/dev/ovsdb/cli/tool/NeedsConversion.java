package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;

/** {@code needs-conversion}: whether the file's schema differs from another, in anything at all. */
final class NeedsConversion implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        DatabaseSchema present = Standalone.file(invocation.database(0)).schema();
        DatabaseSchema wanted = SchemaFile.read(invocation.schema(1));
        boolean same = JsonValue.parse(wanted.toJson()).equals(JsonValue.parse(present.toJson()));
        invocation.out().line(same ? "no" : "yes");
        return 0;
    }
}
