package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaVersion;

/** {@code get-schema}, and its parts {@code get-schema-version} and {@code get-schema-cksum}. */
final class GetSchema implements Verb {
    private final Verbs part;

    GetSchema(Verbs part) {
        this.part = part;
    }

    @Override
    public void run(Invocation invocation) {
        DatabaseSchema schema = new Answers(invocation.session(), invocation.options()).schema(invocation.database());
        switch (part) {
            case GET_SCHEMA_VERSION -> invocation.out().line(version(schema));
            case GET_SCHEMA_CKSUM -> invocation.out().line(schema.cksum().orElse(""));
            default -> invocation.print(JsonValue.parse(schema.toJson()));
        }
    }

    /** A schema that was made before there were versions has an empty one. */
    static String version(DatabaseSchema schema) {
        return schema.version().map(SchemaVersion::toString).orElse("");
    }
}
