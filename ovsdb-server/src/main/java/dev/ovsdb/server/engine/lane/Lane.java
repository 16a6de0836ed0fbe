package dev.ovsdb.server.engine.lane;

import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A role, not a thread, in front of one FIFO queue: who has it executes from the head of the queue, never past it.
 *
 * <pre>
 *            put, and nobody has it               queue empty
 *   FREE ------------------------------&gt; HELD ------------------&gt; FREE
 *                                         |  ^
 *              budget spent, more queued  |  | the loop of the head's batch begins its turn
 *                                         v  |
 *                                       PASSED
 * </pre>
 *
 * <p>Who puts a batch into the idle lane executes it at once, on its own thread: a lone request costs no thread hand-over.
 * A turn ends when the queue is empty or its budget is spent; then comes {@link TurnEnd}, once for all that it executed.
 */
public final class Lane implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int TURN_MESSAGES = 256;
    private static final long TURN_NANOS = Duration.ofMillis(1).toNanos();
    private static final int CLOCK_INTERVAL = 8;

    private final Queue<Batch> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Executor home;
    private final Clock clock;
    private final TurnEnd turnEnd;
    private volatile @Nullable Thread holder;
    private Executor host; // Whose thread has the lane; confined to it.

    /**
     * @param home where the lane goes on when its next item came from no loop, or from one that has ended
     * @param turnEnd ends each turn
     */
    public Lane(Executor home, Clock clock, TurnEnd turnEnd) {
        this.home = home;
        this.host = home;
        this.clock = clock;
        this.turnEnd = turnEnd;
    }

    /** Queues a batch and, if the lane is free, executes what is queued on this thread. Any thread that may do work. */
    public void put(Batch batch) {
        queue.add(batch);
        if (holder != Thread.currentThread() && taken.compareAndSet(false, true)) {
            turn(batch.loop());
        }
    }

    /** Queues a batch, which another thread executes. For threads that have better to do. */
    public void putLater(Batch batch) {
        queue.add(batch);
        if (taken.compareAndSet(false, true)) {
            pass();
        }
    }

    /** Runs an action in the lane, later, behind everything that is queued. Any thread. */
    @Override
    public void execute(Runnable action) {
        putLater(new Task(home, action));
    }

    /**
     * Runs an action in the lane as {@link #put} does.
     *
     * @param loop the calling thread's, or where else the lane may go on
     */
    public void run(Executor loop, Runnable action) {
        put(new Task(loop, action));
    }

    /** Whether the calling thread has the lane. */
    public boolean isHeld() {
        return holder == Thread.currentThread();
    }

    /** The loop whose thread has the lane. To be asked in the lane. */
    public Executor host() {
        return host;
    }

    private void turn(Executor on) {
        holder = Thread.currentThread();
        host = on;
        Runnable rest = () -> {};
        try {
            executeQueue();
            rest = turnEnd.endTurn();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a turn of the engine failed", e);
        } finally {
            holder = null;
            release();
        }
        rest.run();
    }

    private void executeQueue() {
        long end = clock.nanoTime() + TURN_NANOS;
        int messages = 0;
        for (Batch batch = queue.peek(); batch != null; batch = queue.peek()) {
            if (step(batch) != Batch.Step.MORE) {
                queue.remove();
            }
            messages++;
            if (messages == TURN_MESSAGES || messages % CLOCK_INTERVAL == 0 && clock.nanoTime() - end >= 0) {
                return;
            }
        }
    }

    /** A message that fails for a fault of ours must not stop those behind it. */
    private static Batch.Step step(Batch batch) {
        try {
            return batch.step();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("something in the engine's lane failed", e);
            return Batch.Step.DONE;
        }
    }

    private void release() {
        if (!queue.isEmpty()) {
            pass();
            return;
        }
        taken.set(false);
        if (!queue.isEmpty() && taken.compareAndSet(false, true)) { // Put between the two looks.
            pass();
        }
    }

    /** Hands the lane to the loop of the batch at the head. */
    private void pass() {
        Batch head = queue.peek();
        Executor next = head == null ? home : head.loop();
        try {
            next.execute(() -> turn(next));
        } catch (RejectedExecutionException e) { // That loop has ended.
            home.execute(() -> turn(home));
        }
    }
}
