package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code locked}: a notification that the session owns a lock now (RFC 7047, section 4.1.9). */
public final class Locked {
    public static final String METHOD = "locked";

    private Locked() {}

    public static List<ByteBuffer> params(String lock) {
        return Params.ofString(lock);
    }

    /** The lock's name. */
    public static ResultReader<String> reader() {
        return Params.string(METHOD);
    }
}
