package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.json.JsonReader;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code monitor_canceled}: a notification that the server ended a monitor (Open vSwitch). */
public final class MonitorCanceled {
    public static final String METHOD = "monitor_canceled";

    private MonitorCanceled() {}

    /** @param id the monitor's id as JSON text */
    public static List<ByteBuffer> params(byte[] id) {
        return Params.of(writer -> writer.raw(id));
    }

    /** The monitor's id as JSON text. */
    public static ResultReader<byte[]> reader() {
        return Params.array(METHOD, "[<monitor id>]", JsonReader::rawValue);
    }
}
