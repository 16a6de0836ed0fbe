package dev.ovsdb.idl;

import dev.ovsdb.idl.store.ReplicaStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Who waits for the replica to move on. Guarded by itself; futures complete outside. */
final class Progress {
    private final ReplicaStore store;
    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private boolean stopped;

    private static final class Waiter extends CompletableFuture<Void> {
        private final long version;

        Waiter(long version) {
            this.version = version;
        }
    }

    Progress(ReplicaStore store) {
        this.store = store;
    }

    /** Completes when a version is published that is newer than this one. */
    CompletableFuture<Void> beyond(long version) {
        Waiter waiter = new Waiter(version);
        boolean over;
        synchronized (this) {
            over = stopped;
            waiting.add(waiter);
        }
        waiter.whenComplete((done, failure) -> forget(waiter));
        if (over) {
            waiter.completeExceptionally(new CancellationException("the replica was closed"));
        } else if (store.published() > version) {
            waiter.complete(null);
        }
        return waiter;
    }

    private synchronized void forget(Waiter waiter) {
        waiting.remove(waiter);
    }

    private synchronized List<Waiter> waiters() {
        return List.copyOf(waiting);
    }

    /** A version was published. */
    void published(long version) {
        for (Waiter waiter : waiters()) {
            if (version > waiter.version) {
                waiter.complete(null);
            }
        }
    }

    /** Nothing will be published any more. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        for (Waiter waiter : waiters()) {
            waiter.completeExceptionally(new CancellationException("the replica was closed"));
        }
    }
}
