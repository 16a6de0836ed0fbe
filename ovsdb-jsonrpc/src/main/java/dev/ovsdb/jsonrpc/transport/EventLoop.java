package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Runs everything that concerns a transport, one task at a time, in the order in which tasks were given.
 *
 * <p>Nothing that runs here may block.
 */
public interface EventLoop extends Executor {
    /** Whether the caller runs on this loop. */
    boolean inEventLoop();

    /** Whether the caller runs on this loop or on one beside it: there it must not wait for what any of them does. */
    default boolean inAnyEventLoop() {
        return inEventLoop();
    }

    /** The clock by which this loop keeps its timers. */
    Clock clock();

    /** Runs a task once, on this loop, when the delay is over. May be called by any thread. */
    Timer schedule(Duration delay, Runnable task);

    /** A task that waits for its time. */
    interface Timer {
        /** Forgets the task if it has not begun. May be called by any thread, and more than once. */
        void cancel();
    }
}
