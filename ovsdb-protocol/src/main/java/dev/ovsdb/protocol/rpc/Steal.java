package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code steal}: takes a lock, whoever owns it (RFC 7047, section 4.1.8). */
public final class Steal {
    public static final String METHOD = "steal";

    private Steal() {}

    /** @param name an {@code <id>} of RFC 7047; servers refuse others */
    public static List<ByteBuffer> params(String name) {
        return Params.ofString(name);
    }

    /** Whether the session owns the lock now. */
    public static ResultReader<Boolean> result() {
        return LockResult.reader(METHOD);
    }
}
