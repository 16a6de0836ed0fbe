package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogHeader;
import dev.ovsdb.server.file.LogReader;
import dev.ovsdb.server.file.LogRecord;
import java.nio.file.Path;
import java.util.Optional;

/** What the first record of a cluster member's file tells, and whether a file is one. */
final class ClusterFact {
    private ClusterFact() {}

    /** {@code db-is-clustered} and {@code db-is-standalone}. */
    static int test(ToolInvocation invocation, boolean clustered) {
        try (LogReader reader = LogFile.at(invocation.database(0)).records()) {
            return reader.magic().equals(LogHeader.CLUSTER) == clustered ? 0 : Command.NO;
        }
    }

    static int clusterId(ToolInvocation invocation) {
        Optional<String> id = text(invocation.database(0), "cluster_id");
        if (id.isEmpty()) {
            invocation.console().err().println(invocation.database(0) + ": cluster ID not yet known");
            return Command.NO;
        }
        invocation.out().line(id.get());
        return 0;
    }

    static int serverId(ToolInvocation invocation) {
        return print(invocation, "server_id");
    }

    static int localAddress(ToolInvocation invocation) {
        return print(invocation, "local_address");
    }

    private static int print(ToolInvocation invocation, String member) {
        invocation.out().line(text(invocation.database(0), member).orElse(""));
        return 0;
    }

    private static Optional<String> text(Path path, String member) {
        try (LogReader reader = LogFile.at(path).records()) {
            if (!reader.magic().equals(LogHeader.CLUSTER)) {
                throw new CommandException(path + ": not a clustered database");
            }
            return text(header(reader), member);
        }
    }

    /** A member of the header that is a string. */
    static Optional<String> text(JsonObject header, String member) {
        return header.get(member).map(value -> value instanceof JsonString string ? string.value() : value.toString());
    }

    /** The first record. */
    static JsonObject header(LogReader reader) {
        LogRecord record = reader.next();
        return record == null ? JsonObject.EMPTY : (JsonObject) JsonValue.parse(record.json());
    }
}
