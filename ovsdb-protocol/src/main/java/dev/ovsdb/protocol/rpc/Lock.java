package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code lock}: asks for a lock; if another session owns it, {@code locked} tells when it is ours (RFC 7047, section 4.1.8). */
public final class Lock {
    public static final String METHOD = "lock";

    private Lock() {}

    /** @param name an {@code <id>} of RFC 7047; servers refuse others */
    public static List<ByteBuffer> params(String name) {
        return Params.ofString(name);
    }

    /** Whether the session owns the lock now. */
    public static ResultReader<Boolean> result() {
        return LockResult.reader(METHOD);
    }
}
