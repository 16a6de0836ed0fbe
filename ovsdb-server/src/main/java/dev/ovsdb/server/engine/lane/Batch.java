package dev.ovsdb.server.engine.lane;

import java.util.concurrent.Executor;

/** Messages that came together and are executed in order, each whole. Confined to the lane once it was put there. */
public interface Batch {
    /** What became of a step. */
    enum Step {
        /** One message was executed, and there are more. */
        MORE,
        /** The last message was executed. */
        DONE,
        /**
         * The next message cannot be executed yet: whoever holds it back keeps the batch, and puts it into the lane again.
         * It goes on with the same message.
         */
        PARKED
    }

    /** Where the lane goes on when this batch is its next: the loop that its messages came from. */
    Executor loop();

    /** Executes the next message. */
    Step step();
}
