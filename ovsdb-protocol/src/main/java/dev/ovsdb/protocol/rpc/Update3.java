package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** {@code update3}: a notification of changes, of {@code monitor_cond_since} (Open vSwitch). */
public final class Update3 {
    public static final String METHOD = "update3";

    private Update3() {}

    /**
     * @param id the monitor's id as JSON text
     * @throws IllegalArgumentException if an update cannot be said in this notation
     */
    public static List<ByteBuffer> params(byte[] id, UUID lastTransactionId, TableUpdates updates) {
        return Params.of(writer -> {
            writer.raw(id).value(lastTransactionId);
            updates.write(writer, UpdateNotation.V2);
        });
    }

    /** Reads the params and keeps the updates. */
    public static ResultReader<UpdateNotification> reader(UpdateSchema schema) {
        return UpdatesReaders.notification(METHOD, UpdatesMessage.UPDATE3, schema);
    }

    /** Hands the updates to a sink as they come, after the header with the monitor's id. */
    public static ResultReader<UpdatesHeader> reader(UpdateSchema schema, RowUpdateSink sink) {
        return UpdatesReaders.streaming(METHOD, UpdatesMessage.UPDATE3, schema, sink);
    }
}
