package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.TableUpdatesReader;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.util.function.BiFunction;

/** Readers of the messages that carry updates. */
final class UpdatesReaders {
    private UpdatesReaders() {}

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
