package dev.ovsdb.server.engine.lane;

import java.util.concurrent.Executor;

/** One thing to be done in the lane that is no message of a client. */
record Task(Executor loop, Runnable action) implements Batch {
    @Override
    public Step step() {
        action.run();
        return Step.DONE;
    }
}
