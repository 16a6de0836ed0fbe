package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.data.RowChange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Code of this process that is called back after tables changed. Thread-safe. */
public final class PublishListeners {
    private static final Logger LOG = LoggerFactory.getLogger(PublishListeners.class);

    private final Executor home;
    private final List<TableListener> listeners = new CopyOnWriteArrayList<>();

    PublishListeners(Executor home) {
        this.home = home;
    }

    /** Calls back, at home, after a change to one of these tables was published, until the returned action is run. */
    public Runnable add(Collection<String> tables, Runnable action) {
        var listener = new TableListener(new LinkedHashSet<>(tables), action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A version was made; its changes are told of when {@link #published} says so. Lane. */
    void executed(Collection<RowChange> changes) {
        for (TableListener listener : listeners) {
            listener.touched = listener.touched || listener.isTouchedBy(changes);
        }
    }

    /** What was executed is published. Lane. */
    void published() {
        for (TableListener listener : listeners) {
            if (listener.touched) {
                listener.touched = false;
                call(listener);
            }
        }
    }

    /** Another schema, other contents: everything may have changed. Lane. */
    void replaced() {
        listeners.forEach(this::call);
    }

    private void call(TableListener listener) {
        if (listener.due.compareAndSet(false, true)) {
            home.execute(listener);
        }
    }

    private static final class TableListener implements Runnable {
        private final Set<String> tables;
        private final Runnable action;
        private final AtomicBoolean due = new AtomicBoolean();
        private boolean touched; // Confined to the lane. True also for what falls back: one call too many does no harm.

        TableListener(Set<String> tables, Runnable action) {
            this.tables = tables;
            this.action = action;
        }

        boolean isTouchedBy(Collection<RowChange> changes) {
            for (RowChange change : changes) {
                if (tables.contains(change.table().name())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void run() {
            due.set(false);
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("a listener of published versions failed", e);
            }
        }
    }
}
