package dev.ovsdb.server.storage;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The lane of the engine, as a storage may use it. Thread-safe.
 *
 * <p>{@link #execute} runs an action on the lane, later, in order; it takes anything from any thread, and never runs anything on
 * the calling one before it returns. An executor that has only this is a lane too.
 */
@FunctionalInterface
public interface StorageLane extends Executor {
    /**
     * Runs an action on the lane, in order: on the calling thread if nobody has the lane, and with it whatever else waits for
     * the lane. For who was given to a {@link #loop()} and holds no lock.
     *
     * @param loop that loop
     */
    default void run(Executor loop, Runnable action) {
        execute(action);
    }

    /**
     * The loop on which the lane works just now. What it is given runs off the lane, after it has taken in what its connections
     * sent: the place for a short wait which costs less than to wake another thread, and meanwhile those connections.
     *
     * @return null if there is none. To be asked on the lane
     */
    default @Nullable Executor loop() {
        return null;
    }
}
