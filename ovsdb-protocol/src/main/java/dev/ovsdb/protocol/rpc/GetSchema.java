package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code get_schema}: the schema of a database (RFC 7047, section 4.1.2). */
public final class GetSchema {
    public static final String METHOD = "get_schema";

    private GetSchema() {}

    public static List<ByteBuffer> params(String database) {
        return Params.ofString(database);
    }

    public static ResultReader<DatabaseSchema> result() {
        return new BufferedReader<>(METHOD, "<database-schema>", DatabaseSchema::read);
    }
}
