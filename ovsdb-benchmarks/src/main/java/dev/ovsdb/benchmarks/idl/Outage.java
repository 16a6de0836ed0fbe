package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Ending;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.fault.ProxyCounters;
import java.io.IOException;
import java.time.Duration;

/**
 * A connection that is lost, 100 changes that are missed, and the connection made again. What counts is the time from the first request on
 * the new connection until the driver has all, and the bytes that it was sent for it.
 */
final class Outage implements Work {
    private static final int MISSED = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String server;
    private final FaultProxy proxy;

    Outage(String server) {
        this.server = server;
        this.proxy = FaultProxy.before("unix:" + server);
    }

    @Override
    public String socket() {
        return proxy.remote().substring("unix:".length());
    }

    @Override
    public Figures run(DriverProcess driver) throws IOException {
        driver.await(LIVE);
        proxy.server("unix:" + server + ".gone");
        proxy.cut(Ending.RESET);
        try (Writer writer = new Writer(server)) {
            writer.atFullSpeed(Writer.UPDATE, MISSED - 1, MISSED - 1);
            writer.mark(Marks.END);
        }
        ProxyCounters before = proxy.counters();
        proxy.server("unix:" + server);
        proxy.await(now -> now.passed(Direction.TO_SERVER) > before.passed(Direction.TO_SERVER), PATIENCE);
        long asked = System.nanoTime();
        long had = Long.parseLong(driver.await("moment").substring("moment ".length()));
        long bytes = proxy.counters().passed(Direction.TO_CLIENT) - before.passed(Direction.TO_CLIENT);
        return Figures.of("ms", (had - asked) / 1e6, "kB", bytes / 1e3);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
