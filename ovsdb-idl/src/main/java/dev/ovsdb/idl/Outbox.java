package dev.ovsdb.idl;

import dev.ovsdb.idl.change.Changes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be told to one listener, in order. At most so many steps wait: what does not fit is merged into the last one, so that
 * a slow listener hears less often, of net changes, and misses nothing.
 *
 * <p>Guarded by {@code this}; the listener is called on its executor, one call at a time, outside the lock. Every step that is taken
 * in is released: when it was told, whatever comes of that, or when nothing is told any more.
 */
final class Outbox {
    /** Who is told. What it throws is its own business: it catches it. */
    interface Receiver {
        void changed(Changes changes);

        /**
         * Nothing more is told. Not called after {@link Outbox#close}.
         *
         * @param cause null if the replica was closed
         */
        void ended(@Nullable Throwable cause);
    }

    private final Set<String> tables;
    private final Executor executor;
    private final int limit;
    private final Receiver receiver;
    private final Runnable onMerge;
    private final Deque<Step> waiting = new ArrayDeque<>();
    private long demand;
    private boolean scheduled;
    private boolean ending;
    private boolean closed;
    private @Nullable Throwable end;

    /**
     * @param tables those that count; none for all
     * @param onMerge told when steps are merged
     */
    Outbox(Set<String> tables, Executor executor, int limit, Receiver receiver, Runnable onMerge) {
        this.tables = tables;
        this.executor = executor;
        this.limit = limit;
        this.receiver = receiver;
        this.onMerge = onMerge;
    }

    Set<String> tables() {
        return tables;
    }

    /** Whether steps are taken in. */
    synchronized boolean isOpen() {
        return !closed && !ending;
    }

    /** Puts a step behind the others, and takes it over. {@link #schedule} has it told. */
    void offer(Step step) {
        boolean merged;
        synchronized (this) {
            if (closed || ending) {
                step.release();
                return;
            }
            merged = waiting.size() >= limit;
            if (merged) {
                waiting.getLast().merge(step);
            } else {
                waiting.add(step);
            }
        }
        if (merged) {
            onMerge.run();
        }
    }

    /** So many more may be told; {@link Long#MAX_VALUE} is without end. */
    void request(long more) {
        synchronized (this) {
            demand = demand > Long.MAX_VALUE - more ? Long.MAX_VALUE : demand + more;
        }
        schedule();
    }

    /** Takes what waits, to tell it elsewhere; null if nothing does. */
    synchronized @Nullable Step take() {
        return waiting.poll();
    }

    /** Has what waits told, unless that is under way. */
    void schedule() {
        synchronized (this) {
            if (scheduled || !isReady()) {
                return;
            }
            scheduled = true;
        }
        try {
            executor.execute(this::drain);
        } catch (RuntimeException e) { // Most likely RejectedExecutionException.
            if (close()) {
                receiver.ended(
                        e instanceof RejectedExecutionException
                                ? e
                                : new RejectedExecutionException("an executor failed", e));
            }
        }
    }

    private boolean isReady() {
        return !closed && (waiting.isEmpty() ? ending : demand > 0);
    }

    private void drain() {
        boolean whole = false;
        try {
            for (Step next = next(); next != null; next = next()) {
                tell(next);
            }
            whole = true;
        } finally {
            if (!whole) { // An Error went through: who comes next goes on.
                synchronized (this) {
                    scheduled = false;
                }
            }
        }
        if (isOver()) {
            receiver.ended(end);
        }
    }

    private synchronized @Nullable Step next() {
        if (!isReady() || waiting.isEmpty()) {
            scheduled = false;
            return null;
        }
        if (demand != Long.MAX_VALUE) {
            demand--;
        }
        return waiting.poll();
    }

    private void tell(Step step) {
        try {
            Changes changes = step.told(tables);
            if (changes.isEmptyUpdate()) {
                giveBack();
            } else {
                receiver.changed(changes);
            }
        } finally {
            step.release();
        }
    }

    /** What was merged came to nothing. */
    private synchronized void giveBack() {
        demand += demand == Long.MAX_VALUE ? 0 : 1;
    }

    /** Whether all was told; true once. */
    private synchronized boolean isOver() {
        boolean over = ending && !closed && waiting.isEmpty();
        closed |= over;
        return over;
    }

    /** Nothing more comes: what waits is told yet, then the end. */
    void end(@Nullable Throwable cause) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            end = cause;
        }
        schedule();
    }

    /** What waits is not told any more, only this end. */
    void fail(Throwable cause) {
        drop(false);
        end(cause);
    }

    /** Nothing more is told. Says whether anything would have been. */
    boolean close() {
        return drop(true);
    }

    private boolean drop(boolean forGood) {
        List<Step> dropped;
        boolean first;
        synchronized (this) {
            first = !closed;
            closed |= forGood;
            dropped = new ArrayList<>(waiting);
            waiting.clear();
        }
        dropped.forEach(Step::release);
        return first;
    }
}
