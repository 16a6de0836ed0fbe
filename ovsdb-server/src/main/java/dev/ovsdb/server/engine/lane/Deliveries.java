package dev.ovsdb.server.engine.lane;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what a turn has for each loop to that loop, as one task. */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Runnable NOTHING = () -> {};

    private final Executor home;

    /** @param home stands in for loops that have ended */
    public Deliveries(Executor home) {
        this.home = home;
    }

    /** Hands out; returns what the calling loop is to deliver itself. */
    Runnable handOut(Collection<Outlet> outlets) {
        if (outlets.isEmpty()) {
            return NOTHING;
        }
        var own = new OneLoop(home);
        for (OneLoop loop : byLoop(outlets, own)) {
            execute(loop);
        }
        return own.outlets.isEmpty() ? NOTHING : own;
    }

    private void execute(OneLoop work) {
        try {
            work.loop.execute(work);
        } catch (RejectedExecutionException e) {
            home.execute(work);
        }
    }

    /** There are few loops, each as often here as it has sessions. Two objects may well stand for one loop. */
    private static List<OneLoop> byLoop(Collection<Outlet> outlets, OneLoop own) {
        List<OneLoop> others = new ArrayList<>();
        for (Outlet outlet : outlets) {
            EventLoop loop = outlet.loop();
            (loop.inEventLoop() ? own : find(others, loop)).outlets.add(outlet);
        }
        return others;
    }

    private static OneLoop find(List<OneLoop> loops, Executor loop) {
        for (OneLoop known : loops) {
            if (known.loop.equals(loop)) {
                return known;
            }
        }
        var made = new OneLoop(loop);
        loops.add(made);
        return made;
    }

    private static final class OneLoop implements Runnable {
        private final Executor loop;
        private final List<Outlet> outlets = new ArrayList<>();

        OneLoop(Executor loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            for (Outlet outlet : outlets) {
                try {
                    outlet.deliver();
                } catch (RuntimeException e) { // Never the others' trouble.
                    LOG.error("a delivery of the engine failed", e);
                }
            }
        }
    }
}
