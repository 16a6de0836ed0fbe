package dev.ovsdb.idl;

import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.metrics.IdlListener;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.jsonrpc.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a metrics listener and the flight recorder what a replica does. Counts nothing for nobody. For any thread. */
final class Observation {
    private static final Logger LOG = LoggerFactory.getLogger(IdlListener.class);

    private final String database;
    private final IdlListener listener;
    private final Clock clock;

    Observation(String database, IdlListener listener, Clock clock) {
        this.database = database;
        this.listener = listener;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void published(ReplicaStore store, Published version, boolean contents, long since) {
        boolean recorded = Recording.isPossible() && ReplicaVersionEvent.isWanted();
        if (listener == IdlListener.NONE && !recorded) {
            return;
        }
        Changes.Kind kind = kind(version, contents);
        int changes = version.changes().size();
        long rows = store.rows();
        long lag = clock.nanoTime() - since;
        guarded(() -> listener.published(database, kind, changes, rows, lag));
        if (recorded) {
            record(kind, version.sequence(), changes, rows, lag);
        }
    }

    private void record(Changes.Kind kind, long sequence, int changes, long rows, long lag) {
        ReplicaVersionEvent event = new ReplicaVersionEvent();
        event.database = database;
        event.kind = kind.name();
        event.sequence = sequence;
        event.rowChanges = changes;
        event.rows = rows;
        event.lag = lag;
        event.commit();
    }

    /** What a version is. */
    static Changes.Kind kind(Published version, boolean contents) {
        if (version.first()) {
            return Changes.Kind.INITIAL;
        }
        return contents ? Changes.Kind.RESYNC : Changes.Kind.UPDATE;
    }

    void stateChanged(IdlState state) {
        guarded(() -> listener.stateChanged(database, state));
    }

    void merged() {
        guarded(() -> listener.changesMerged(database));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("a listener of replicas failed", e);
        }
    }
}
