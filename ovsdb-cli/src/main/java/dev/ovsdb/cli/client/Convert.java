package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Servers.Opened;
import dev.ovsdb.cli.client.Verbs.Need;
import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/** {@code convert}. */
final class Convert implements Verb {
    @Override
    public void run(Invocation invocation) {
        DatabaseSchema schema = SchemaFile.read(invocation.lastArgument());
        Answers answers = open(invocation, schema.name());
        JsonValue kept = SchemaFile.asKept(schema, isClustered(answers, schema.name()));
        answers.beChangeAware(invocation.options(), true);
        answers.result("convert", JsonValue.of(schema.name()), kept);
    }

    /** A server that has the database, whose name is known. */
    static Answers open(Invocation invocation, String database) {
        List<String> arguments = invocation.arguments();
        Opened opened = invocation.servers().open(1, Need.DATABASE, arguments, Optional.of(database));
        return new Answers(opened.session(), invocation.options());
    }

    static boolean isClustered(Answers answers, String database) {
        JsonValue result =
                answers.result("transact", ServerInfo.query(database)).toValue();
        return ServerInfo.in(result, database, Optional.empty())
                .map(ServerInfo::isClustered)
                .orElse(false);
    }
}
