package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Version;
import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogRows;
import dev.ovsdb.server.storage.Contents;
import java.util.Optional;

/** {@code convert}: the rows as another schema has them, in place or in another file. */
final class Convert implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        DatabaseSchema schema = SchemaFile.read(invocation.schema(1));
        Rewriting rewriting = Rewriting.begin(
                invocation.database(0),
                invocation.arguments().size() > 2 ? Optional.of(invocation.database(2)) : Optional.empty());
        try (rewriting;
                LogRows rows =
                        Standalone.whole(Standalone.file(invocation.database(0)).rowsAs(schema));
                Contents converted =
                        LoadedDatabase.of(rows, invocation.console().ids()).contents()) {
            rewriting.write(
                    converted,
                    invocation.console().clock().now(),
                    "converted by " + ToolProgram.NAME + " " + Version.current());
        }
        return 0;
    }
}
