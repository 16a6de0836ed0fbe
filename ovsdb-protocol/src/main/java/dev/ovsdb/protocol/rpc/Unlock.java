package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code unlock}: gives a lock up, or no longer waits for it (RFC 7047, section 4.1.8). */
public final class Unlock {
    public static final String METHOD = "unlock";

    private Unlock() {}

    public static List<ByteBuffer> params(String name) {
        return Params.ofString(name);
    }

    public static ResultReader<Void> result() {
        return Params.emptyObject(METHOD);
    }
}
