package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When calls time out. Confined to the event loop.
 *
 * <p>Calls with the same time-out end in the order in which they were made, so each time-out has a line of its own and only
 * the heads of the lines are looked at: adding and removing a call costs nothing that grows, and one timer serves all.
 */
final class Deadlines {
    private static final long NEVER = Long.MAX_VALUE;

    /** Calls with one time-out, earliest first. */
    static final class Line {
        private final long nanos;
        private final TimeoutFrom from;
        private @Nullable CallRequest<?> first;
        private @Nullable CallRequest<?> last;

        Line(Duration timeout, TimeoutFrom from) {
            this.nanos = toNanos(timeout);
            this.from = from;
        }

        void add(CallRequest<?> call) {
            call.line = this;
            call.earlier = last;
            if (last == null) {
                first = call;
            } else {
                last.later = call;
            }
            last = call;
        }

        void remove(CallRequest<?> call) {
            if (call.earlier == null) {
                first = call.later;
            } else {
                call.earlier.later = call.later;
            }
            if (call.later == null) {
                last = call.earlier;
            } else {
                call.later.earlier = call.earlier;
            }
            call.line = null;
            call.earlier = null;
            call.later = null;
        }
    }

    private record LineKey(Duration timeout, TimeoutFrom from) {}

    private final EventLoop loop;
    private final Consumer<CallRequest<?>> onTimeout;
    private final Runnable beforeLook;
    private final Map<LineKey, Line> lines = new LinkedHashMap<>();
    private @Nullable LineKey lastKey;
    private @Nullable Line lastLine;
    private EventLoop.@Nullable Timer timer;
    private volatile long timerAt;
    private volatile boolean armed;
    private long lastByteAt;
    private boolean paused;

    /** @param beforeLook called when the timer fires; adds calls that were made and not added yet */
    Deadlines(EventLoop loop, Runnable beforeLook, Consumer<CallRequest<?>> onTimeout) {
        this.loop = loop;
        this.beforeLook = beforeLook;
        this.onTimeout = onTimeout;
        this.lastByteAt = loop.clock().nanoTime();
    }

    /** A byte arrived. */
    void byteArrived(long now) {
        lastByteAt = now;
    }

    /** We stopped reading, or went on. The silence in between is not the peer's. */
    void readingPaused(boolean pause) {
        paused = pause;
        lastByteAt = loop.clock().nanoTime();
    }

    void add(CallRequest<?> call) {
        Duration timeout = call.call.timeout();
        if (timeout.isZero()) {
            return;
        }
        Line line = line(timeout, call.call.from());
        line.add(call);
        if (line.first == call) {
            arm(deadline(line, call));
        }
    }

    void remove(CallRequest<?> call) {
        Line line = call.line;
        if (line != null) {
            line.remove(call);
        }
    }

    /** Whether a timer runs that fires no later, so that a call of this deadline may be added as late as then. Any thread. */
    boolean looksBy(long deadline) {
        return armed && timerAt - deadline <= 0;
    }

    void stop() {
        armed = false;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        lines.clear();
        lastKey = null;
        lastLine = null;
    }

    private Line line(Duration timeout, TimeoutFrom from) {
        Line line = lastLine;
        LineKey key = lastKey;
        if (line == null || key == null || key.from() != from || !key.timeout().equals(timeout)) {
            key = new LineKey(timeout, from);
            line = lines.computeIfAbsent(key, missing -> new Line(timeout, from));
            lastKey = key;
            lastLine = line;
        }
        return line;
    }

    private long deadline(Line line, CallRequest<?> call) {
        boolean byteCounts = line.from == TimeoutFrom.LAST_BYTE && lastByteAt - call.madeAt > 0;
        return (byteCounts ? lastByteAt : call.madeAt) + line.nanos;
    }

    private void arm(long deadline) {
        if (timer != null) {
            if (deadline - timerAt >= 0) {
                return;
            }
            timer.cancel();
        }
        timerAt = deadline;
        armed = true;
        long delay = Math.max(0, deadline - loop.clock().nanoTime());
        timer = loop.schedule(Duration.ofNanos(delay), this::fire);
    }

    private void fire() {
        timer = null;
        armed = false;
        beforeLook.run();
        long now = loop.clock().nanoTime();
        if (paused) {
            lastByteAt = now;
        }
        List<CallRequest<?>> late = new ArrayList<>();
        long wait = NEVER;
        for (Line line : lines.values()) {
            collectLate(line, now, late);
            if (line.first != null) {
                wait = Math.min(wait, deadline(line, line.first) - now);
            }
        }
        if (wait != NEVER) {
            arm(now + wait);
        }
        lines.values().removeIf(line -> line.first == null);
        lastKey = null;
        lastLine = null;
        late.forEach(onTimeout);
    }

    private void collectLate(Line line, long now, List<CallRequest<?>> late) {
        for (CallRequest<?> call = line.first; call != null && deadline(line, call) - now <= 0; call = line.first) {
            line.remove(call);
            late.add(call);
        }
    }

    /** A time-out that no clock reaches is kept far enough from overflow. */
    static long toNanos(Duration timeout) {
        return timeout.compareTo(Duration.ofDays(36_500)) > 0 ? NEVER >> 2 : timeout.toNanos();
    }
}
