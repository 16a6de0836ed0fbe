package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code convert}: gives a database another schema (Open vSwitch). */
public final class Convert {
    public static final String METHOD = "convert";

    private Convert() {}

    public static List<ByteBuffer> params(String database, DatabaseSchema schema) {
        return Params.of(writer -> {
            writer.value(database);
            schema.write(writer);
        });
    }

    /** @param schema JSON text, passed on as it is */
    public static List<ByteBuffer> params(String database, byte[] schema) {
        return Params.of(writer -> writer.value(database).raw(schema));
    }

    public static ResultReader<Void> result() {
        return Params.emptyObject(METHOD);
    }
}
