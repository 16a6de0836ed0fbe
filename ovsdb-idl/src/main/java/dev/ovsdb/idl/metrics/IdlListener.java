package dev.ovsdb.idl.metrics;

import dev.ovsdb.idl.IdlState;
import dev.ovsdb.idl.change.Changes;

/**
 * Is told what replicas do. One listener may serve many replicas.
 *
 * <p>Called on whatever thread does the work: event loops, and threads that run a replica of manual pace or close one. Must be quick.
 * What it throws is logged and has no effect. Every method does nothing by default.
 */
public interface IdlListener {
    /** Does nothing. Nothing is measured for it either. */
    IdlListener NONE = new IdlListener() {};

    /**
     * A version was made.
     *
     * @param kind what made it
     * @param rowChanges how many rows it inserted, changed and deleted; 0 for the first contents
     * @param rows how many rows all tables have now
     * @param lagNanos how long it took since the first byte of it was read: decoding and, with a manual pace, all the waiting
     */
    default void published(String database, Changes.Kind kind, int rowChanges, long rows, long lagNanos) {}

    /** A replica has come to another state. */
    default void stateChanged(String database, IdlState state) {}

    /** A listener of a replica is so slow that changes which wait for it were merged. */
    default void changesMerged(String database) {}
}
