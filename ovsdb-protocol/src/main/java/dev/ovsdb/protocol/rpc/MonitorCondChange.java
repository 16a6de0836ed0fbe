package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.MonitorConditions;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * {@code monitor_cond_change}: other conditions for a monitor (Open vSwitch). The update that this causes, if any, comes before
 * the reply and carries the new id already.
 */
public final class MonitorCondChange {
    public static final String METHOD = "monitor_cond_change";

    private MonitorCondChange() {}

    /**
     * @param oldId the monitor's id so far, as JSON text
     * @param newId its id from now on, which may be the same
     */
    public static List<ByteBuffer> params(byte[] oldId, byte[] newId, MonitorConditions conditions) {
        return Params.of(writer -> {
            writer.raw(oldId).raw(newId);
            conditions.write(writer);
        });
    }

    public static ResultReader<Void> result() {
        return Params.emptyObject(METHOD);
    }
}
