package dev.ovsdb.server.engine.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Is told what the engine does. One listener may serve many handlers.
 *
 * <p>Called on whatever thread does the work, several at a time; must be quick. What it throws is logged and has no effect.
 * Every method does nothing by default.
 */
public interface EngineListener {
    /** Does nothing. Nothing is measured for it either. */
    EngineListener NONE = new EngineListener() {};

    /** A database is served from now on. Not told of {@code _Server}. */
    default void databaseAdded(String database) {}

    /** A database is served no more. */
    default void databaseRemoved(String database) {}

    /** A session began or ended; so many are there now. */
    default void sessions(int count) {}

    /**
     * A request was executed.
     *
     * @param errorTag what its error, or the first of its operations' errors, is called; null if there was none
     * @param nanos how long it had the lane
     */
    default void requestExecuted(String method, @Nullable String database, @Nullable String errorTag, long nanos) {}

    /**
     * The result of a transaction leaves.
     *
     * @param errorTag what the first of its errors is called; null if there was none
     * @param rowChanges how many rows it inserted, changed and deleted, those that the commit removed included
     * @param durable whether it asked to be on disk before its result leaves
     * @param nanos since its request arrived, with all its waiting
     */
    default void transactionFinished(
            String database, @Nullable String errorTag, int rowChanges, boolean durable, long nanos) {}

    /** A transaction was blocked by its {@code wait}, or is no longer; so many of the database are now. */
    default void blockedTransactions(String database, int count) {}

    /**
     * What a turn of the lane executed was published.
     *
     * @param transactions how many transactions
     * @param rowChanges how many rows they changed
     */
    default void published(String database, int transactions, int rowChanges) {}

    /** A monitor began or ended; so many of the database are there now. */
    default void monitors(String database, int count) {}

    /** Storage refused what the engine executed. */
    default void storageFailed(String database, String reason) {}

    /** A compaction ended. */
    default void compacted(String database, long nanos, @Nullable Throwable failure) {}

    /** A session was disconnected by the engine. */
    default void disconnected(String reason) {}

    /** This listener with what it throws logged, so that it harms nobody. */
    default EngineListener guarded() {
        return this == NONE || this instanceof GuardedListener ? this : new GuardedListener(this);
    }
}
