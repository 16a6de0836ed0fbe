package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.TableUpdatesReader;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.monitor.UpdatesRouter;
import java.util.function.BiFunction;

/** Readers of the messages that carry updates. */
public final class UpdatesReaders {
    private UpdatesReaders() {}

    /**
     * Reads a message of any monitor of a connection; the router decides by its header what becomes of the rows, which are
     * handed on as they come.
     *
     * @param method the request or the notification
     */
    public static ResultReader<UpdatesHeader> routed(String method, UpdatesMessage message, UpdatesRouter router) {
        TableUpdatesReader reader = TableUpdatesReader.of(message, router);
        return new StreamingReader<>(method, message.shape(), reader::feed, reader::finish);
    }

    static ResultReader<UpdatesHeader> streaming(
            String method, UpdatesMessage message, UpdateSchema schema, RowUpdateSink sink) {
        TableUpdatesReader reader = TableUpdatesReader.of(message, schema, sink);
        return new StreamingReader<>(method, message.shape(), reader::feed, reader::finish);
    }

    /** Keeps the updates of a notification. */
    static ResultReader<UpdateNotification> notification(String method, UpdatesMessage message, UpdateSchema schema) {
        return keeping(
                method,
                message,
                schema,
                (header, updates) -> new UpdateNotification(
                        header.monitorId().orElseThrow(),
                        header.lastTransactionId().orElse(null),
                        updates));
    }

    /** Keeps the updates, and makes a value of them and of what stood before them. */
    static <T> ResultReader<T> keeping(
            String method,
            UpdatesMessage message,
            UpdateSchema schema,
            BiFunction<UpdatesHeader, TableUpdates, T> value) {
        TableUpdates.Builder updates = TableUpdates.builder();
        TableUpdatesReader reader = TableUpdatesReader.of(message, schema, updates);
        return new StreamingReader<>(
                method, message.shape(), reader::feed, () -> value.apply(reader.finish(), updates.build()));
    }
}
