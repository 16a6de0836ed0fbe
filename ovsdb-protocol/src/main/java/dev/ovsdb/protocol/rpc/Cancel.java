package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * {@code cancel}: a notification that gives up on a transact request that still waits (RFC 7047, section 4.1.4). A session that is
 * not aware of database changes gets no answer to that request then.
 */
public final class Cancel {
    public static final String METHOD = "cancel";

    private Cancel() {}

    /** @param requestId the id of the transact request, as JSON text */
    public static List<ByteBuffer> params(byte[] requestId) {
        return Params.of(writer -> writer.raw(requestId));
    }
}
