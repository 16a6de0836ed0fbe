package dev.ovsdb.cli.client;

import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;

/** {@code needs-conversion}: whether the server's schema differs, in anything at all. */
final class NeedsConversion implements Verb {
    @Override
    public void run(Invocation invocation) {
        DatabaseSchema wanted = SchemaFile.read(invocation.lastArgument());
        Answers answers = Convert.open(invocation, wanted.name());
        boolean clustered = Convert.isClustered(answers, wanted.name());
        JsonValue present = JsonValue.parse(answers.schema(wanted.name()).toJson());
        boolean same = SchemaFile.asKept(wanted, clustered).equals(present);
        invocation.out().line(same ? "no" : "yes");
    }
}
