package dev.ovsdb.idl.feed;

import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.idl.store.InconsistentUpdateException;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoreWrite;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what one monitor tells into a store: row by row as it is decoded, so that contents are never held twice; with a manual pace,
 * message by message. Whatever does not fit makes the message void, and everything is read anew.
 *
 * <p>Once another feed took its place it does nothing.
 */
public final class Feed implements MonitorListener {
    private final ReplicaStore store;
    private final Pace pace;
    private final FeedOwner owner;
    private final BooleanSupplier fits;
    private final Clock clock;
    private volatile boolean replaced;
    private @Nullable StoreWrite write; // The message that is being taken in.
    private long began; // When the message that comes began, by the clock.
    private @Nullable List<Arrived> arrived; // Of the message that comes, with a manual pace.
    private boolean passed; // The message that comes is of no use.

    private record Arrived(String table, UUID row, RowUpdate update) {}

    /** @param fits whether the server's schema is that by which the monitor was asked for; asked as contents begin */
    public Feed(ReplicaStore store, Pace pace, FeedOwner owner, BooleanSupplier fits, Clock clock) {
        this.store = store;
        this.pace = pace;
        this.owner = owner;
        this.fits = fits;
        this.clock = clock;
    }

    /** Another one takes its place, or the replica is over. Any thread. */
    public void replace() {
        replaced = true;
    }

    public boolean isReplaced() {
        return replaced;
    }

    @Override
    public void onBegin(MonitorMessage message) {
        giveIfReplaced();
        passed = replaced;
        if (!passed && message.kind() != MonitorMessage.Kind.UPDATE && !fits.getAsBoolean()) {
            passed = true;
            pace.take(guarded(owner::schemaChanged));
        }
        if (passed) {
            return;
        }
        began = clock.nanoTime();
        if (pace.isManual()) {
            arrived = new ArrayList<>();
        } else {
            begin(message);
        }
    }

    private void begin(MonitorMessage message) {
        giveUp();
        write = message.kind() == MonitorMessage.Kind.CONTENTS ? store.beginContents() : store.begin();
    }

    @Override
    public void onRow(String table, UUID row, RowUpdate update) {
        if (passed || giveIfReplaced()) {
            return;
        }
        List<Arrived> collected = arrived;
        if (collected != null) {
            collected.add(new Arrived(table, row, update));
        } else {
            apply(table, row, update);
        }
    }

    private void apply(String table, UUID row, RowUpdate update) {
        StoreWrite now = write;
        if (now == null) {
            return;
        }
        try {
            now.apply(table, row, update);
        } catch (RuntimeException e) { // InconsistentUpdateException, or values that are none of its column.
            giveUp();
            owner.mustReadAnew(e);
        }
    }

    @Override
    public void onEnd(MonitorMessage message) {
        if (passed || giveIfReplaced()) {
            return;
        }
        List<Arrived> collected = arrived;
        arrived = null;
        if (collected == null) {
            publish(message, began);
        } else {
            long since = began;
            pace.take(guarded(() -> {
                begin(message);
                collected.forEach(row -> apply(row.table(), row.row(), row.update()));
                publish(message, since);
            }));
        }
    }

    private void publish(MonitorMessage message, long since) {
        StoreWrite done = write;
        write = null;
        if (done == null) {
            return;
        }
        Published version;
        try {
            version = done.publish();
        } catch (InconsistentUpdateException e) {
            done.abandon();
            owner.mustReadAnew(e);
            return;
        }
        owner.published(version, message.kind() == MonitorMessage.Kind.CONTENTS, since);
    }

    @Override
    public void onAborted(MonitorMessage message) {
        arrived = null;
        if (!pace.isManual()) {
            giveUp();
        }
    }

    private boolean giveIfReplaced() {
        if (replaced) {
            arrived = null;
            if (!pace.isManual()) {
                giveUp();
            }
        }
        return replaced;
    }

    /** What was taken in of the message leaves no trace. */
    private void giveUp() {
        StoreWrite begun = write;
        write = null;
        if (begun != null) {
            begun.abandon();
        }
    }

    @Override
    public void onSuspended(@Nullable Throwable cause) {
        pace.take(guarded(() -> owner.stale(cause)));
    }

    @Override
    public void onRefused(Throwable cause) {
        pace.take(guarded(() -> {
            owner.stale(cause);
            owner.schemaChanged();
        }));
    }

    @Override
    public void onEnded(@Nullable Throwable cause) {
        giveIfReplaced();
        pace.take(guarded(() -> {
            giveUp();
            owner.ended(cause);
        }));
    }

    private Runnable guarded(Runnable what) {
        return () -> {
            if (!replaced) {
                what.run();
            }
        };
    }
}
