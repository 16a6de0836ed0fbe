package dev.ovsdb.server.engine.lane;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.TimedThread;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;

/**
 * The engine's own loop, for what no connection's loop is there for. It takes work after it was closed too, so that nobody
 * waits for ever for what is asked too late; timers end.
 */
public final class HomeLoop implements EventLoop, AutoCloseable {
    private final Clock clock;
    private final TimedThread thread;

    public HomeLoop(String name, Clock clock) {
        this.clock = clock;
        this.thread = new TimedThread(name);
    }

    @Override
    public boolean inEventLoop() {
        return thread.isCurrent();
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return thread.schedule(delay, task)::run;
    }

    @Override
    public void close() {
        thread.close();
    }
}
