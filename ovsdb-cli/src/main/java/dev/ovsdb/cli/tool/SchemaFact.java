package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.schema.SchemaFile;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaVersion;
import java.util.function.Function;

/** {@code db-version}, {@code db-cksum} and their likes for schema files. */
record SchemaFact(ToolVerb verb, Function<DatabaseSchema, String> fact) implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        DatabaseSchema schema = verb.word().startsWith("db-")
                ? Standalone.file(invocation.database(0)).schema()
                : SchemaFile.read(invocation.schema(0));
        invocation.out().line(fact.apply(schema));
        return 0;
    }

    static String version(DatabaseSchema schema) {
        return schema.version().map(SchemaVersion::text).orElse("");
    }
}
