package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.DatabaseInstance;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.monitor.Monitor;
import org.jspecify.annotations.Nullable;

/**
 * A monitor of a session.
 *
 * @param instance what it watches; the database may have been converted since
 * @param event begun with it; null if nobody could record then
 */
record SessionMonitor(
        ServedDatabase database,
        DatabaseInstance instance,
        Monitor monitor,
        @Nullable MonitorEvent event) {
    /** Hands over what was published and not yet told. On the session's loop. */
    void pull(SessionOutput out) {
        long published = instance.store().publishedVersion();
        if (monitor.isBehind(published)) {
            monitor.pull(published, out::notify);
        }
    }

    /** Ends it. In the lane, when it is not pulled any more. */
    void close() {
        instance.hub().close(monitor);
        if (event != null && event.shouldCommit()) {
            event.database = database.name();
            event.method = monitor.kind().method();
            event.commit();
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
