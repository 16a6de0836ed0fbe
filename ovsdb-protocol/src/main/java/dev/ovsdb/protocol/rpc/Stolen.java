package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code stolen}: a notification that another session took a lock away (RFC 7047, section 4.1.10). */
public final class Stolen {
    public static final String METHOD = "stolen";

    private Stolen() {}

    public static List<ByteBuffer> params(String lock) {
        return Params.ofString(lock);
    }

    /** The lock's name. */
    public static ResultReader<String> reader() {
        return Params.string(METHOD);
    }
}
