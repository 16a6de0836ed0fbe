package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Ending;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.fault.ProxyCounters;
import java.io.IOException;
import java.time.Duration;

/**
 * A connection that is lost, 100 changes that are missed, and a connection made again, on which nothing passes until then. What counts is
 * the time from the moment at which the first request passes until the driver has all, and the bytes that it was sent for it.
 */
final class Outage implements Work {
    private static final int MISSED = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String server;
    private final int before;
    private final FaultProxy proxy;

    /** @param before how many others come before it, to warm up */
    Outage(String server, int before) {
        this.server = server;
        this.before = before;
        this.proxy = FaultProxy.before("unix:" + server);
    }

    @Override
    public String socket() {
        return proxy.remote().substring("unix:".length());
    }

    @Override
    public Figures run(DriverProcess driver) throws IOException {
        driver.await(LIVE);
        for (int left = before; left > 0; left--) missed(driver, left, Marks.BEGIN);
        return missed(driver, 0, Marks.END);
    }

    /** @param left how many outages follow: each writes other values, and the last one the same whatever came before */
    private Figures missed(DriverProcess driver, int left, String mark) throws IOException {
        proxy.faults(Direction.TO_SERVER, Fault.none().stall(0));
        proxy.cut(Ending.RESET);
        try (Writer writer = new Writer(server, left * MISSED)) {
            writer.atFullSpeed(Writer.UPDATE, MISSED - 1, MISSED);
            writer.mark(mark);
        }
        ProxyCounters then = proxy.counters();
        proxy.heal();
        proxy.await(now -> now.passed(Direction.TO_SERVER) > then.passed(Direction.TO_SERVER), PATIENCE);
        long asked = System.nanoTime();
        long had = Long.parseLong(driver.await("moment").substring("moment ".length()));
        long bytes = proxy.counters().passed(Direction.TO_CLIENT) - then.passed(Direction.TO_CLIENT);
        return Figures.of("ms", (had - asked) / 1e6, "kB", bytes / 1e3);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
