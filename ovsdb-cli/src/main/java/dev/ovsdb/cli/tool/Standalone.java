package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogHeader;
import dev.ovsdb.server.file.LogReader;
import dev.ovsdb.server.file.LogRows;
import java.nio.file.Path;

/** Files that must be standalone databases. */
final class Standalone {
    private Standalone() {}

    /** @throws CommandException if it is a cluster member's file */
    static LogFile file(Path path) {
        LogFile file = LogFile.at(path);
        try (LogReader reader = file.records()) {
            if (reader.magic().equals(LogHeader.CLUSTER)) {
                throw new CommandException(
                        "ovsdb error: " + path + ": cannot apply this operation to clustered database file");
            }
        }
        return file;
    }

    /** The rows; unlike a server the tool does not go on with part of a damaged file. */
    static LogRows whole(LogRows rows) {
        rows.damage().ifPresent(damage -> {
            throw damage;
        });
        return rows;
    }
}
