package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code monitor_cancel}: ends a monitor (RFC 7047, section 4.1.7). */
public final class MonitorCancel {
    public static final String METHOD = "monitor_cancel";

    private MonitorCancel() {}

    /** @param id the monitor's id as JSON text */
    public static List<ByteBuffer> params(byte[] id) {
        return Params.of(writer -> writer.raw(id));
    }

    public static ResultReader<Void> result() {
        return Params.emptyObject(METHOD);
    }
}
