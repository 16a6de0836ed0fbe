package dev.ovsdb.cli.tool;

import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogHeader;
import dev.ovsdb.server.file.LogReader;

/** {@code db-name}, of a standalone database or of a cluster member's file. */
final class DatabaseName implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        LogFile file = LogFile.at(invocation.database(0));
        try (LogReader reader = file.records()) {
            String name = reader.magic().equals(LogHeader.CLUSTER)
                    ? ClusterFact.text(ClusterFact.header(reader), "name").orElse("")
                    : file.schema().name();
            invocation.out().line(name);
        }
        return 0;
    }
}
