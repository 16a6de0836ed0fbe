package dev.ovsdb.idl;

import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happened. The writer publishes; any thread registers.
 *
 * <p>While there are listeners the newest version that was told is held, so that the version before the next one is there to be shown;
 * while there are none nothing is held, and publishing costs the read of a field. Who comes is told the contents of the version that
 * is newest at that moment, and then only of later ones: it is put among the others and given its version in one step. Guarded by
 * {@code this}; outboxes are emptied outside.
 */
final class ChangeDelivery {
    private final Holdings holdings;
    private final int limit;
    private final Runnable onMerge;
    private final Map<Outbox, Long> joined =
            new LinkedHashMap<>(); // With the version that each was told as its contents.
    private volatile boolean anybody;
    private @Nullable HeldView last; // The newest version that was told, while there is anybody.
    private boolean over;
    private @Nullable Throwable end;

    /**
     * @param limit how many steps may wait for a listener before they are merged
     * @param onMerge told when that happens
     */
    ChangeDelivery(Holdings holdings, int limit, Runnable onMerge) {
        this.holdings = holdings;
        this.limit = limit;
        this.onMerge = onMerge;
    }

    /** A version was made. The writer. */
    void published(Published version, boolean contents) {
        if (!anybody) {
            return;
        }
        Changes.Kind kind = Observation.kind(version, contents);
        List<Outbox> told = new ArrayList<>();
        synchronized (this) {
            HeldView before = last;
            if (before == null) {
                return;
            }
            HeldView after = HeldView.newest(holdings);
            joined.forEach((outbox, since) -> {
                if (since < version.version() && concerns(kind, version, outbox)) {
                    outbox.offer(step(kind, before, after, version.changes()));
                    told.add(outbox);
                }
            });
            before.close();
            last = after;
        }
        told.forEach(Outbox::schedule);
    }

    private Step step(Changes.Kind kind, HeldView before, HeldView after, List<StoredChange> changes) {
        return kind == Changes.Kind.INITIAL
                ? Step.initial(holdings, after.again())
                : Step.of(kind, before, after, changes);
    }

    private static boolean concerns(Changes.Kind kind, Published version, Outbox outbox) {
        return kind != Changes.Kind.UPDATE
                || version.changes().stream().anyMatch(change -> Step.concerns(change, outbox.tables()));
    }

    /** No more versions are made; what waits is told yet. */
    void stop(@Nullable Throwable cause) {
        List<Outbox> left;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            end = cause;
            left = new ArrayList<>(joined.keySet());
            joined.clear();
            nobodyIsLeft();
        }
        left.forEach(outbox -> outbox.end(cause));
    }

    /** Tells an outbox the contents, if there are any, and what follows. */
    void add(Outbox outbox) {
        boolean ended;
        synchronized (this) {
            HeldView now = HeldView.newest(holdings);
            if (!over && outbox.isOpen()) {
                joined.put(outbox, now.version());
                anybody = true;
                last = last == null ? now.again() : last;
            }
            if (now.version() == ReplicaStore.NOTHING) {
                now.close();
            } else {
                outbox.offer(Step.initial(holdings, now));
            }
            ended = over;
        }
        outbox.schedule();
        if (ended) {
            outbox.end(end);
        }
    }

    synchronized void remove(Outbox outbox) {
        joined.remove(outbox);
        if (joined.isEmpty()) {
            nobodyIsLeft();
        }
    }

    private void nobodyIsLeft() {
        anybody = false;
        HeldView held = last;
        last = null;
        if (held != null) {
            held.close();
        }
    }

    Registration listen(Set<String> tables, Executor executor, ChangeListener listener) {
        Telling telling = new Telling(listener);
        Outbox outbox = outbox(tables, executor, telling);
        telling.onClose(() -> {
            outbox.close(); // First, so that it is not put among the others behind its removal.
            remove(outbox);
        });
        add(outbox);
        outbox.request(Long.MAX_VALUE);
        return telling;
    }

    Outbox outbox(Set<String> tables, Executor executor, Outbox.Receiver receiver) {
        return new Outbox(tables, executor, limit, receiver, onMerge);
    }
}
