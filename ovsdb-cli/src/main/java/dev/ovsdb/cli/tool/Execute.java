package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.json.JsonArgument;
import dev.ovsdb.cli.json.JsonTextException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogRows;
import dev.ovsdb.server.text.JsonPrinter;
import java.nio.file.Path;

/** {@code transact}, and {@code query}, which does the same but cannot write. */
record Execute(boolean writes) implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        String text = invocation.arguments().get(invocation.arguments().size() - 1);
        Path path = invocation.arguments().size() > 1
                ? invocation.database(0)
                : ToolInvocation.defaultDatabase(invocation.console());
        LogFile file = Standalone.file(path);
        JsonValue result = writes ? transact(invocation, path, text) : query(invocation, file, text);
        invocation.out().line(JsonPrinter.sorted(result));
        return 0;
    }

    private static JsonValue transact(ToolInvocation invocation, Path path, String text) {
        try (OfflineStorage storage = OfflineStorage.open(path)) {
            return execute(invocation, storage.rows(), text, storage);
        }
    }

    private static JsonValue query(ToolInvocation invocation, LogFile file, String text) {
        try (LogRows rows = Standalone.whole(file.rows())) {
            return execute(
                    invocation,
                    rows,
                    text,
                    new NoStorage(file.path(), file.verify().end()));
        }
    }

    private static JsonValue execute(ToolInvocation invocation, LogRows rows, String text, CommitSink sink) {
        LoadedDatabase database = LoadedDatabase.of(rows, invocation.console().ids());
        JsonValue request = parse(text);
        String name = rows.schema().name();
        if (!(request instanceof JsonArray params)) {
            return RejectedException.syntax(request, "array expected").toJson();
        }
        if (params.size() == 0
                || !(params.get(0) instanceof JsonString first)
                || !first.value().equals(name)) {
            return RejectedException.syntax(request, "database name expected as first parameter")
                    .toJson();
        }
        return new OfflineTransaction(database.store(), invocation.role(), invocation.console()).execute(params, sink);
    }

    private static JsonValue parse(String text) {
        try {
            return JsonArgument.parse(text);
        } catch (JsonTextException e) {
            throw new CommandException("\"" + text + "\": " + e.getMessage(), e);
        }
    }
}
