package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code update}: a notification of changes, of {@code monitor} (RFC 7047, section 4.1.6). */
public final class Update {
    public static final String METHOD = "update";

    private Update() {}

    /**
     * @param id the monitor's id as JSON text
     * @throws IllegalArgumentException if an update cannot be said in this notation
     */
    public static List<ByteBuffer> params(byte[] id, TableUpdates updates) {
        return Params.of(writer -> {
            writer.raw(id);
            updates.write(writer, UpdateNotation.V1);
        });
    }

    /** Reads the params and keeps the updates. */
    public static ResultReader<UpdateNotification> reader(UpdateSchema schema) {
        return UpdatesReaders.notification(METHOD, UpdatesMessage.UPDATE, schema);
    }

    /** Hands the updates to a sink as they come, after the header with the monitor's id. */
    public static ResultReader<UpdatesHeader> reader(UpdateSchema schema, RowUpdateSink sink) {
        return UpdatesReaders.streaming(METHOD, UpdatesMessage.UPDATE, schema, sink);
    }
}
