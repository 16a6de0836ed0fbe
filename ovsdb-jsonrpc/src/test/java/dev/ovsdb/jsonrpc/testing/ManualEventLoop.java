package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * An event loop that runs on the test's own thread, when the test says so, by a clock that the test moves.
 *
 * <p>Any thread may add tasks; one at a time runs them.
 */
public final class ManualEventLoop implements EventLoop {
    private final ManualClock clock = new ManualClock();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<ManualTimer> timers = new ArrayList<>();
    private volatile @Nullable Thread runner;
    private long timersMade;

    private final class ManualTimer implements Timer {
        private final long due;
        private final long order;
        private final Runnable task;

        ManualTimer(long due, Runnable task) {
            this.due = due;
            this.order = timersMade++;
            this.task = task;
        }

        @Override
        public void cancel() {
            synchronized (timers) {
                timers.remove(this);
            }
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public boolean inEventLoop() {
        return runner == Thread.currentThread();
    }

    @Override
    public ManualClock clock() {
        return clock;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        synchronized (timers) {
            var timer = new ManualTimer(clock.nanoTime() + delay.toNanos(), task);
            timers.add(timer);
            return timer;
        }
    }

    /** Runs tasks, and those that they add, until none is left. Timers that are due run too. */
    public void run() {
        boolean outermost = runner == null;
        runner = Thread.currentThread();
        try {
            runTasks();
            for (ManualTimer timer = takeDue(clock.nanoTime()); timer != null; timer = takeDue(clock.nanoTime())) {
                timer.task.run();
                runTasks();
            }
        } finally {
            if (outermost) {
                runner = null;
            }
        }
    }

    /** Runs one task on the loop, then all that follows from it. */
    public void run(Runnable task) {
        execute(task);
        run();
    }

    /** Lets time pass: every timer that falls due meanwhile runs at its own time, in order. */
    public void advance(Duration time) {
        long end = clock.nanoTime() + time.toNanos();
        run();
        for (long next = nextDue(end); next >= 0; next = nextDue(end)) {
            clock.advance(Duration.ofNanos(next - clock.nanoTime()));
            run();
        }
        clock.advance(Duration.ofNanos(end - clock.nanoTime()));
        run();
    }

    /** Timers that wait. Zero after everything was closed, or something was left behind. */
    public int timers() {
        synchronized (timers) {
            return timers.size();
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private long nextDue(long end) {
        synchronized (timers) {
            return timers.stream()
                    .mapToLong(timer -> timer.due)
                    .filter(due -> due <= end)
                    .min()
                    .orElse(-1);
        }
    }

    private @Nullable ManualTimer takeDue(long now) {
        synchronized (timers) {
            ManualTimer first = timers.stream()
                    .filter(timer -> timer.due <= now)
                    .min(Comparator.<ManualTimer>comparingLong(timer -> timer.due)
                            .thenComparingLong(timer -> timer.order))
                    .orElse(null);
            timers.remove(first);
            return first;
        }
    }
}
