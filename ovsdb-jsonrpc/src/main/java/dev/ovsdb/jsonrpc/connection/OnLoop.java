package dev.ovsdb.jsonrpc.connection;

/** Something to be done on the loop behind all that was queued before it; nothing of it is written. */
final class OnLoop extends Outbound {
    private final Runnable task;

    OnLoop(Runnable task) {
        this.task = task;
    }

    @Override
    long size() {
        return 0;
    }

    @Override
    boolean hasBytes() {
        return false;
    }

    @Override
    void write(LoopConnection connection, WriteBatch batch) {
        task.run();
    }

    /** Done all the same, for none of these tasks needs an open connection; but nowhere if the loop itself has ended. */
    @Override
    void refuse(LoopConnection connection) {
        if (connection.eventLoop().inEventLoop()) {
            task.run();
        }
    }
}
