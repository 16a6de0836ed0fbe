package dev.ovsdb.idl;

import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.RowImage;
import dev.ovsdb.idl.store.StoredChange;
import dev.ovsdb.idl.store.StoredTable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Futures of what a replica will come to. Each is looked for when it is asked for, in the newest version, and then by the writer in each
 * version that it makes. For any thread.
 */
final class Waiters {
    private final Holdings holdings;
    private final Reading live;
    private final List<Waiter<?>> waiting = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private @Nullable Throwable end;

    /** Looks for something in a version. */
    private interface Probe<T> {
        /** @param version what made the version; null for what is there when it is asked for */
        Answer<T> look(HeldView view, @Nullable Published version);
    }

    /** Whether it was found, and what. */
    private record Answer<T>(boolean found, @Nullable T what) {
        static <T> Answer<T> none() {
            return new Answer<>(false, null);
        }

        static <T> Answer<T> of(T what) {
            return new Answer<>(true, what);
        }
    }

    private record Waiter<T>(Probe<T> probe, CompletableFuture<T> found) {
        void look(HeldView view, @Nullable Published version) {
            if (found.isDone() || view.version() == ReplicaStore.NOTHING) {
                return;
            }
            try {
                Answer<T> answer = probe.look(view, version);
                if (answer.found()) {
                    found.complete(answer.what());
                }
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            }
        }
    }

    Waiters(Holdings holdings, Reading live) {
        this.holdings = holdings;
        this.live = live;
    }

    /** @return completes when a version meets the condition */
    CompletableFuture<Void> when(Predicate<? super Replica> condition) {
        return await((view, version) -> new Answer<>(condition.test(view), null));
    }

    /** @return completes when there is a version newer than this one */
    CompletableFuture<Void> newerThan(long version) {
        return await((view, published) -> new Answer<>(view.version() > version, null));
    }

    /** @return completes with the row when it is there */
    CompletableFuture<IdlRow> whenRow(String table, UUID row) {
        return await((view, version) -> {
            StoredTable held = view.store().table(table); // Null before it is known of a server which tables it has.
            RowImage image = held == null ? null : held.find(row, view.version());
            return image == null ? Answer.none() : Answer.of(new IdlRow(live, image));
        });
    }

    /** @return completes with a row of a table that meets a condition */
    CompletableFuture<IdlRow> whenRow(String table, Predicate<? super IdlRow> condition) {
        return await((view, version) -> version == null || version.first()
                ? amongAll(view, table, condition)
                : amongChanges(view, version, table, condition));
    }

    private Answer<IdlRow> amongAll(HeldView view, String table, Predicate<? super IdlRow> condition) {
        StoredTable held = view.store().table(table);
        if (held == null) {
            return Answer.none();
        }
        List<IdlRow> rows = new IdlTable(view, held).where(condition);
        return rows.isEmpty()
                ? Answer.none()
                : Answer.of(new IdlRow(live, rows.get(0).image()));
    }

    private Answer<IdlRow> amongChanges(
            HeldView view, Published version, String table, Predicate<? super IdlRow> condition) {
        for (StoredChange change : version.changes()) {
            RowImage after = change.after();
            if (after != null && change.table().name().equals(table) && condition.test(new IdlRow(view, after))) {
                return Answer.of(new IdlRow(live, after));
            }
        }
        return Answer.none();
    }

    private <T> CompletableFuture<T> await(Probe<T> probe) {
        Waiter<T> waiter = new Waiter<>(probe, new CompletableFuture<>());
        waiting.add(waiter); // Before the look, so that no version falls between.
        waiter.found().whenComplete((found, failure) -> waiting.remove(waiter));
        try (HeldView now = HeldView.newest(holdings)) {
            waiter.look(now, null);
        }
        if (over) {
            failed(waiter);
        }
        return waiter.found();
    }

    /** A version was made. The writer. */
    void published(Published version) {
        if (waiting.isEmpty()) {
            return;
        }
        try (HeldView now = HeldView.newest(holdings)) {
            waiting.forEach(waiter -> waiter.look(now, version));
        }
    }

    /** No more versions are made. */
    void stop(Throwable cause) {
        end = cause;
        over = true;
        waiting.forEach(this::failed);
    }

    private void failed(Waiter<?> waiter) {
        Throwable cause = end;
        if (cause != null) {
            waiter.found().completeExceptionally(cause);
        }
    }
}
