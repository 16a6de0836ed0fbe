package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.InterruptedCommandException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rings when the program has run for too long, unless it is closed before. */
final class Alarm implements AutoCloseable {
    private final CountDownLatch off = new CountDownLatch(1);

    private Alarm() {}

    /** @param limit zero for never */
    static Alarm after(Duration limit, Runnable ring) {
        Alarm alarm = new Alarm();
        if (!limit.isZero()) {
            Thread thread = new Thread(() -> alarm.await(limit, ring), "timeout");
            thread.setDaemon(true);
            thread.start();
        }
        return alarm;
    }

    private void await(Duration limit, Runnable ring) {
        try {
            if (!off.await(limit.toSeconds(), TimeUnit.SECONDS)) {
                ring.run();
            }
        } catch (InterruptedException e) {
            throw new InterruptedCommandException();
        }
    }

    @Override
    public void close() {
        off.countDown();
    }
}
