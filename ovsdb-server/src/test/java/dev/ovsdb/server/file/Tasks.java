package dev.ovsdb.server.file;

import dev.ovsdb.server.storage.StorageLane;
import java.util.ArrayDeque;
import java.util.Queue;

/** Runs what it was given when the test says so. */
final class Tasks implements StorageLane {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Runs the one that waits longest; answers whether there was one. */
    boolean runOne() {
        Runnable next = waiting.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** A machine that stops runs nothing of what waits. */
    void clear() {
        waiting.clear();
    }
}
