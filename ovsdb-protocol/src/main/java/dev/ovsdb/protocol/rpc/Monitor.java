package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code monitor}: the contents of tables, then their changes as {@code update} (RFC 7047, section 4.1.5). */
public final class Monitor {
    public static final String METHOD = "monitor";

    private Monitor() {}

    /**
     * @param id what the updates of this monitor will carry: any JSON text, unique in its session
     * @throws IllegalArgumentException if a request has conditions, which this method does not know
     */
    public static List<ByteBuffer> params(String database, byte[] id, MonitorRequests requests) {
        return Params.of(writer -> {
            writer.value(database).raw(id);
            requests.write(writer);
        });
    }

    /** Reads the result and keeps its rows. */
    public static ResultReader<TableUpdates> result(UpdateSchema schema) {
        return UpdatesReaders.keeping(METHOD, UpdatesMessage.MONITOR_RESULT, schema, (header, updates) -> updates);
    }

    /** Hands the rows to a sink as they come, so that a result of any size needs no memory to speak of. */
    public static ResultReader<UpdatesHeader> result(UpdateSchema schema, RowUpdateSink sink) {
        return UpdatesReaders.streaming(METHOD, UpdatesMessage.MONITOR_RESULT, schema, sink);
    }
}
