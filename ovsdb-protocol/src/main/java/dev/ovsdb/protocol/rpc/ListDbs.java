package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** {@code list_dbs}: which databases a server has (RFC 7047, section 4.1.1). */
public final class ListDbs {
    public static final String METHOD = "list_dbs";

    private ListDbs() {}

    public static List<ByteBuffer> params() {
        return Params.none();
    }

    /** The names, in the server's order. */
    public static ResultReader<List<String>> result() {
        return new BufferedReader<>(METHOD, "[<database>, ...]", reader -> {
            List<String> names = new ArrayList<>();
            reader.beginArray();
            while (reader.hasNext()) {
                names.add(reader.nextString());
            }
            reader.endArray();
            return List.copyOf(names);
        });
    }
}
