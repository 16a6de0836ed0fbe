package dev.ovsdb.client.monitor;

import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.TableUpdates;
import java.util.UUID;
import java.util.function.Consumer;

/** Collects the rows of a message and hands them on together. Confined to the event loop. */
final class CollectingListener implements MonitorListener {
    private final Consumer<MonitorChange> consumer;
    private TableUpdates.Builder updates = TableUpdates.builder();

    CollectingListener(Consumer<MonitorChange> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onBegin(MonitorMessage message) {
        updates = TableUpdates.builder();
    }

    @Override
    public void onRow(String table, UUID row, RowUpdate update) {
        updates.add(table, row, update);
    }

    @Override
    public void onEnd(MonitorMessage message) {
        MonitorChange change = new MonitorChange(message, updates.build());
        updates = TableUpdates.builder();
        consumer.accept(change);
    }

    @Override
    public void onAborted(MonitorMessage message) {
        updates = TableUpdates.builder();
    }
}
