package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Version;
import dev.ovsdb.server.file.LogRows;
import java.util.Optional;

/** {@code compact}: the rows without their history, in place or in another file. */
final class Compact implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        Rewriting rewriting = Rewriting.begin(
                invocation.database(0),
                invocation.arguments().size() > 1 ? Optional.of(invocation.database(1)) : Optional.empty());
        try (rewriting;
                LogRows rows =
                        Standalone.whole(Standalone.file(invocation.database(0)).rows())) {
            rewriting.write(
                    rows,
                    invocation.console().clock().now(),
                    "compacted by " + ToolProgram.NAME + " " + Version.current());
        }
        return 0;
    }
}
