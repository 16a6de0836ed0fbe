package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.transport.EventLoop.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next: one task of any loop that has some, in the order of each loop's own, or the next thing that waits for its
 * time. Time passes with tasks, a little with each, and jumps when nothing is left to do.
 */
final class Schedule {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SOON = Duration.ofMillis(20).toNanos();
    private static final int LONG_TASK_NANOS = 1_500_000; // Longer than a turn of the server's lane.

    final Dice dice;
    final Trace trace;
    final Clock clock = new VirtualClock();

    private final List<SimLoop> ready = new ArrayList<>();
    private final PriorityQueue<Waiting> timers = new PriorityQueue<>(
            Comparator.<Waiting>comparingLong(timer -> timer.due).thenComparingLong(timer -> timer.order));
    private long now;
    private long taskNanos; // That the present task takes.
    private int looks; // At the clock, by the present task.
    private long timersMade;
    private int loopsMade;
    private @Nullable SimLoop running;

    Schedule(Dice dice, Trace trace) {
        this.dice = dice;
        this.trace = trace;
    }

    /**
     * Stands still during a task, but for the tasks that take long: to these it shows the time of their end from the second look on. How
     * often it is looked at makes no difference to what comes after.
     */
    private final class VirtualClock implements Clock {
        @Override
        public long nanoTime() {
            return ++looks > 1 ? now + taskNanos : now;
        }

        @Override
        public Instant now() {
            return START.plusNanos(nanoTime());
        }
    }

    private static final class Waiting {
        final long due;
        final long order;
        final @Nullable SimLoop loop;
        final Runnable task;
        boolean cancelled;

        Waiting(long due, long order, @Nullable SimLoop loop, Runnable task) {
            this.due = due;
            this.order = order;
            this.loop = loop;
            this.task = task;
        }
    }

    long now() {
        return now;
    }

    @Nullable
    SimLoop running() {
        return running;
    }

    SimLoop loop(String name) {
        return new SimLoop(this, name, ++loopsMade);
    }

    void say(String format, Object... arguments) {
        trace.say(now, format, arguments);
    }

    // ---- What is to be done.

    void becameReady(SimLoop loop) {
        ready.add(loop);
    }

    /** Has the world do something, on no loop. */
    Timer later(Duration delay, Runnable task) {
        return later(delay, null, task);
    }

    Timer later(Duration delay, @Nullable SimLoop loop, Runnable task) {
        Waiting timer = new Waiting(now + Math.max(0, delay.toNanos()), timersMade++, loop, task);
        timers.add(timer);
        if (loop != null) {
            loop.timerMade();
        }
        return () -> forget(timer);
    }

    private static void forget(Waiting timer) {
        if (!timer.cancelled) {
            timer.cancelled = true;
            if (timer.loop != null) {
                timer.loop.timerGone();
            }
        }
    }

    // ---- What is done.

    /** Does one thing; says whether there was anything to be done by this time. */
    boolean step(long until) {
        Waiting timer = nextTimer();
        boolean due = timer != null && timer.due <= until;
        if (ready.isEmpty()) {
            if (timer == null || !due) {
                return false;
            }
            fire(timer);
        } else if (timer != null && due && (timer.due <= now || timer.due <= now + SOON && dice.oneIn(6))) {
            fire(timer);
        } else {
            run(dice.below(ready.size()));
        }
        return true;
    }

    private @Nullable Waiting nextTimer() {
        while (true) {
            Waiting first = timers.peek();
            if (first == null || !first.cancelled && (first.loop == null || first.loop.isAlive())) {
                return first;
            }
            timers.remove();
        }
    }

    private void fire(Waiting timer) {
        timers.remove(timer);
        now = Math.max(now, timer.due);
        if (timer.loop == null) {
            trace.event(-1);
            shielded(timer.task, "the world");
        } else {
            timer.loop.execute(() -> {
                if (!timer.cancelled) {
                    forget(timer);
                    timer.task.run();
                }
            });
        }
    }

    private void run(int index) {
        SimLoop loop = ready.get(index);
        Runnable task = loop.take();
        if (loop.isEmpty()) {
            ready.set(index, ready.get(ready.size() - 1));
            ready.remove(ready.size() - 1);
        }
        if (task == null) {
            return; // Its process is dead.
        }
        trace.event(loop.number());
        taskNanos = dice.oneIn(64) ? LONG_TASK_NANOS : dice.below(3_000);
        looks = 0;
        running = loop;
        try {
            shielded(task, loop.name());
        } finally {
            running = null;
            now += taskNanos;
            taskNanos = 0;
        }
    }

    private static void shielded(Runnable task, String where) {
        try {
            task.run();
        } catch (RuntimeException e) {
            throw new Violation("a task of " + where + " failed: " + e, e);
        }
        Violation.rethrow();
    }

    /** Lets this time pass. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (step(end)) {
            // On.
        }
        now = Math.max(now, end);
    }
}
