package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code monitor_cond}: the rows that meet conditions, then their changes as {@code update2} (Open vSwitch). */
public final class MonitorCond {
    public static final String METHOD = "monitor_cond";

    private MonitorCond() {}

    /**
     * @param id what the updates of this monitor will carry: any JSON text, unique in its session
     */
    public static List<ByteBuffer> params(String database, byte[] id, MonitorRequests requests) {
        return Params.of(writer -> {
            writer.value(database).raw(id);
            requests.writeWithConditions(writer);
        });
    }

    /** Reads the result and keeps its rows. */
    public static ResultReader<TableUpdates> result(UpdateSchema schema) {
        return UpdatesReaders.keeping(METHOD, UpdatesMessage.MONITOR_COND_RESULT, schema, (header, updates) -> updates);
    }

    /** Hands the rows to a sink as they come, so that a result of any size needs no memory to speak of. */
    public static ResultReader<UpdatesHeader> result(UpdateSchema schema, RowUpdateSink sink) {
        return UpdatesReaders.streaming(METHOD, UpdatesMessage.MONITOR_COND_RESULT, schema, sink);
    }
}
