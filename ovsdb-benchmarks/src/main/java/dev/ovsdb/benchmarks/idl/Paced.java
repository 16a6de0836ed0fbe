package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** A writer that sends an insert every millisecond, after some at full speed to warm up. */
record Paced(String socket, double seconds) implements Work {
    private static final int A_SECOND = 1_000;
    private static final int WARM_UPS = 30; // For each insert that counts.
    private static final long INTERVAL = 1_000_000;

    @Override
    public Figures run(DriverProcess driver) throws IOException {
        driver.await(LIVE);
        try (Writer writer = new Writer(socket)) {
            writer.atFullSpeed(Writer.INSERT, (int) (WARM_UPS * A_SECOND * seconds), Integer.MAX_VALUE);
            pace(writer, (int) (A_SECOND * seconds / 5)); // What waited is taken in meanwhile.
            writer.mark(Marks.BEGIN);
            driver.await(Marks.BEGIN);
            pace(writer, (int) (A_SECOND * seconds));
            writer.mark(Marks.END);
        }
        return driver.awaitFigures();
    }

    private static void pace(Writer writer, int count) throws IOException {
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime())
                LockSupport.parkNanos(early);
            writer.stamped();
            due += INTERVAL;
        }
    }
}
