package dev.ovsdb.server.engine.metrics;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener whose faults harm nobody but itself. */
final class GuardedListener implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(EngineListener.class);

    private final EngineListener listener;

    GuardedListener(EngineListener listener) {
        this.listener = listener;
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("a listener of the engine failed", e);
        }
    }

    @Override
    public void databaseAdded(String database) {
        guarded(() -> listener.databaseAdded(database));
    }

    @Override
    public void databaseRemoved(String database) {
        guarded(() -> listener.databaseRemoved(database));
    }

    @Override
    public void sessions(int count) {
        guarded(() -> listener.sessions(count));
    }

    @Override
    public void requestExecuted(String method, @Nullable String database, @Nullable String errorTag, long nanos) {
        guarded(() -> listener.requestExecuted(method, database, errorTag, nanos));
    }

    @Override
    public void transactionFinished(
            String database, @Nullable String errorTag, int rowChanges, boolean durable, long nanos) {
        guarded(() -> listener.transactionFinished(database, errorTag, rowChanges, durable, nanos));
    }

    @Override
    public void blockedTransactions(String database, int count) {
        guarded(() -> listener.blockedTransactions(database, count));
    }

    @Override
    public void published(String database, int transactions, int rowChanges) {
        guarded(() -> listener.published(database, transactions, rowChanges));
    }

    @Override
    public void monitors(String database, int count) {
        guarded(() -> listener.monitors(database, count));
    }

    @Override
    public void storageFailed(String database, String reason) {
        guarded(() -> listener.storageFailed(database, reason));
    }

    @Override
    public void compacted(String database, long nanos, @Nullable Throwable failure) {
        guarded(() -> listener.compacted(database, nanos, failure));
    }

    @Override
    public void disconnected(String reason) {
        guarded(() -> listener.disconnected(reason));
    }
}
