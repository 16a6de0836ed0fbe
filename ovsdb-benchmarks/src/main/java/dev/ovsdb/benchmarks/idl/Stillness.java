package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;

/** Nothing: the driver measures what it does itself. */
record Stillness(String socket) implements Work {
    @Override
    public Figures run(DriverProcess driver) throws IOException {
        return driver.awaitFigures();
    }
}
