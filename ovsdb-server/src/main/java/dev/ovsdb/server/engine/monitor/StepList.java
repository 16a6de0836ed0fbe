package dev.ovsdb.server.engine.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The published steps that some monitor has yet to send, oldest first. Thread-safe: the lane appends, sessions take.
 *
 * <p>A list of points with steps between them. What lies before the oldest point at which a monitor stands is dropped. The newest
 * steps stay as they are, so that those who follow share their texts. Among the older ones a point at which nobody stands goes,
 * and its two steps become one; but only if the older one is not much larger than the newer, so that a row is copied seldom
 * however long a monitor stands still. So the list holds about as many rows as were changed, and not each commit.
 */
final class StepList {
    private final int newest;
    private Point oldest;
    private Point end;

    /** @param newest how many of the newest steps are never merged */
    StepList(int newest, long version) {
        this.newest = newest;
        this.end = new Point(version);
        this.oldest = end;
    }

    /** The point after all steps. */
    synchronized Point end() {
        return end;
    }

    /** Whether there is a monitor that would send a step appended now. */
    synchronized boolean isAwaited() {
        return oldest != end || end.monitors > 0;
    }

    /** A step, null if nobody awaits it, and the point after it, at which monitors may stand already. */
    synchronized void append(@Nullable Step step, Point next) {
        end.step = step;
        end.next = next;
        next.previous = end;
        next.ordinal = end.ordinal + 1;
        end = next;
        dropOldest();
        Point aged = end;
        for (int i = 0; i < newest && aged != null; i++) {
            aged = aged.previous;
        }
        if (aged != null) {
            merge(aged);
        }
    }

    /** A monitor stands here from now on; the point need not be part of the list yet. */
    synchronized void stand(Point point) {
        point.monitors++;
    }

    /**
     * Nothing is kept for this monitor any more. It may still take what comes up to its end: points that go lead on to the same
     * steps as long as somebody knows them.
     */
    synchronized void release(Monitor monitor) {
        monitor.turns().forEach(turn -> leave(turn.at()));
        leave(monitor.position());
        monitor.release();
    }

    synchronized void leave(Point point) {
        point.monitors--;
        dropOldest();
        merge(point);
    }

    /** Takes what a monitor is to send next. */
    synchronized Taken take(Monitor monitor, long version) {
        Point from = monitor.position();
        ConditionTurn turn = monitor.nextTurn();
        Point to = from;
        List<Step> steps = new ArrayList<>();
        while (to.next != null && to.next.version <= version && !isAt(turn, to)) {
            steps.add(Objects.requireNonNull(to.step));
            to = to.next;
        }
        if (to != from) {
            monitor.moveTo(to);
            move(monitor, from, to);
        }
        boolean turns = isAt(turn, to) && to.version <= version;
        if (turn != null && turns) {
            monitor.endTurn();
            move(monitor, turn.at(), null);
        }
        return new Taken(from, steps, to.ordinal - from.ordinal > newest, turns ? turn : null);
    }

    private void move(Monitor monitor, Point from, @Nullable Point to) {
        if (!monitor.isReleased()) {
            if (to != null) {
                to.monitors++;
            }
            leave(from);
        }
    }

    synchronized boolean isBehind(Monitor monitor, long version) {
        Point at = monitor.position();
        return at.version <= version && isAt(monitor.nextTurn(), at) || at.next != null && at.next.version <= version;
    }

    private static boolean isAt(@Nullable ConditionTurn turn, Point point) {
        return turn != null && point.version >= turn.at().version;
    }

    private void dropOldest() {
        while (oldest.monitors == 0 && oldest != end) {
            oldest = Objects.requireNonNull(oldest.next);
            oldest.previous = null;
        }
    }

    /** Takes a point out if it may be, and then those before it that only waited for their newer step to grow. */
    private void merge(Point point) {
        Point gone = point;
        while (gone.monitors == 0
                && gone.previous != null
                && gone.next != null
                && end.ordinal - gone.ordinal >= newest) {
            Point before = gone.previous;
            Step older = Objects.requireNonNull(before.step);
            Step newer = Objects.requireNonNull(gone.step);
            if (older.size() > 2 * newer.size()) {
                return;
            }
            before.step = Step.merged(List.of(older, newer));
            before.next = gone.next;
            gone.next.previous = before;
            gone = before;
        }
    }

    /** How many steps are kept. */
    synchronized int steps() {
        int steps = 0;
        for (Point at = oldest; at != end; at = Objects.requireNonNull(at.next)) {
            steps++;
        }
        return steps;
    }

    /** How many changes of rows are kept. */
    synchronized long rows() {
        long rows = 0;
        for (Point at = oldest; at != end; at = Objects.requireNonNull(at.next)) {
            rows += Objects.requireNonNull(at.step).size();
        }
        return rows;
    }

    /**
     * What a monitor is to send.
     *
     * @param steps from a point on
     * @param far whether they were too many to be sent one by one, even if fewer are left
     * @param turn what then becomes of the monitor, if anything
     */
    record Taken(
            Point from,
            List<Step> steps,
            boolean far,
            @Nullable ConditionTurn turn) {}
}
