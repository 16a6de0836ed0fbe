package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.idl.feed.Feed;
import dev.ovsdb.idl.feed.FeedOwner;
import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One monitor of a replica, from its first request to its end or to the next one in its place. What it hears it passes on to the {@link
 * Sync} that asked, with itself, so that nothing of one monitor is taken for another's.
 */
final class Asking implements FeedOwner {
    private final Sync sync;
    private final long conditions;
    private final boolean apart;
    private final Feed feed;
    private volatile Wanted wanted;
    private volatile boolean contents;
    private final Deque<ToSend> toSend = new ArrayDeque<>(); // Guarded by itself, as is what follows.
    private @Nullable Monitor begun; // Once changes may be sent.
    private boolean sending;
    private volatile @Nullable CompletableFuture<Monitor> monitor; // Set once, by begin.

    /** @param again whether it was sent before, so that others may have left behind it */
    private record ToSend(Conditions.Pending change, boolean again) {}

    /**
     * @param conditions the number of the last change of conditions that was set
     * @param apart whether it asks without those that nobody has answered for, which follow the contents
     */
    Asking(Sync sync, Wanted wanted, long conditions, boolean apart) {
        this.sync = sync;
        this.wanted = wanted;
        this.conditions = conditions;
        this.apart = apart;
        this.feed = sync.feed(this);
    }

    /** @throws IllegalArgumentException if the session will not have the monitor's id */
    CompletableFuture<Monitor> begin(OvsdbClient client, MonitorSpec spec) {
        CompletableFuture<Monitor> asked = client.monitor(spec, feed);
        monitor = asked;
        asked.thenAccept(done -> {
            synchronized (toSend) {
                begun = done;
            }
            send();
        });
        return asked;
    }

    Wanted wanted() {
        return wanted;
    }

    /** The number of the last change of conditions that was set when it asked. */
    long conditions() {
        return conditions;
    }

    /** Whether it asked without the changes of conditions that nobody had answered for. */
    boolean isApart() {
        return apart;
    }

    /** Nothing more is taken in. The monitor goes on for now. */
    void silence() {
        feed.replace();
    }

    /** Nothing more is taken in, and the server is told. */
    void giveUp() {
        feed.replace();
        CompletableFuture<Monitor> begun = monitor;
        if (begun != null) {
            begun.thenAccept(Monitor::cancel);
            begun.cancel(false);
        }
    }

    // ---- Conditions.

    /** Whether there are contents, so that other conditions are asked for by a change and not by asking anew. */
    boolean hasContents() {
        CompletableFuture<Monitor> begun = monitor;
        return contents || begun != null && begun.isDone() && !begun.isCompletedExceptionally();
    }

    /** Puts a change in the row of those to send. They leave in this order, as soon as there are contents. */
    void add(Conditions.Pending change) {
        add(new ToSend(change, false));
    }

    /** Puts a change in the row once more: by what is wanted of its tables then, since it will be the last that is said of them. */
    void addAgain(Conditions.Pending change) {
        add(new ToSend(change, true));
    }

    private void add(ToSend next) {
        synchronized (toSend) {
            toSend.add(next);
        }
    }

    /** Sends what is in the row, if it can be sent. Not to be called under a lock, since what comes of it may come at once. */
    void send() {
        while (true) {
            ToSend next;
            Monitor to;
            synchronized (toSend) {
                to = begun;
                if (sending || to == null || toSend.isEmpty()) {
                    return; // Whoever is sending will see it.
                }
                sending = true;
                next = toSend.remove();
            }
            try {
                send(next, to);
            } finally {
                synchronized (toSend) {
                    sending = false;
                }
            }
        }
    }

    private void send(ToSend next, Monitor to) {
        Conditions.Pending change = next.change();
        MonitorConditions known = wanted.known(next.again() ? sync.newest(change.conditions()) : change.conditions());
        if (known.tables().isEmpty()) {
            sync.changed(change);
            return;
        }
        to.change(known).whenComplete((done, failure) -> {
            if (failure == null) {
                sync.changed(change);
            } else {
                changeFailed(change, Sync.unwrapped(failure));
            }
        });
    }

    private void changeFailed(Conditions.Pending change, Throwable failure) {
        if (failure instanceof RequestTimeoutException) {
            addAgain(change); // The server may have taken it or not.
            send();
        } else if (!(failure instanceof CancellationException || failure instanceof ConnectionClosedException)) {
            sync.refused(this, change, failure);
        }
        // Else the monitor is over, and the one in its place asks by these conditions.
    }

    // ---- What the feed tells.

    /**
     * Whether it asks for what would be asked for by the schema that the server has now; takes that if so. If that is not known at this
     * moment, as when the session has just heard of a conversion, it is found out behind the contents.
     */
    boolean fits() {
        DatabaseSchema now = sync.schemaIfKnown();
        if (now == null) {
            sync.schemaChanged(this);
        } else if (now != wanted.schema()) {
            Wanted other = sync.wanted(now);
            if (!other.asksAs(wanted)) {
                return false;
            }
            wanted = other;
        }
        sync.adopt(this, wanted);
        return true;
    }

    boolean isSilent() {
        return feed.isReplaced();
    }

    @Override
    public void published(Published version, boolean whole, long since) {
        boolean first = !contents;
        contents = true;
        sync.published(this, version, whole, since);
        if (first) {
            sync.settled(this);
        }
    }

    @Override
    public void stale(@Nullable Throwable cause) {
        sync.stale(cause);
    }

    @Override
    public void mustReadAnew(Throwable why) {
        sync.mustReadAnew(this, why);
    }

    @Override
    public void schemaChanged() {
        sync.schemaChanged(this);
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        CompletableFuture<Monitor> begun = monitor;
        if (begun != null && begun.isDone() && !begun.isCompletedExceptionally()) {
            sync.monitorEnded(this, cause);
        } // Else the request failed, which its future tells.
    }
}
