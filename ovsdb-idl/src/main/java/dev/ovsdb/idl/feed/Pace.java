package dev.ovsdb.idl.feed;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When what has arrived is taken in: at once, or when the application says so. */
public final class Pace {
    private final boolean manual;
    private final BlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();

    private Pace(boolean manual) {
        this.manual = manual;
    }

    /** On the event loop, as it comes. */
    public static Pace immediate() {
        return new Pace(false);
    }

    /** In {@link #run}. */
    public static Pace manual() {
        return new Pace(true);
    }

    public boolean isManual() {
        return manual;
    }

    /** Has something taken in, behind what came before. */
    public void take(Runnable what) {
        if (manual) {
            arrived.add(what);
        } else {
            what.run();
        }
    }

    /** Takes in what has arrived until now; answers whether there was anything. */
    public boolean run() {
        requireManual();
        return run(arrived.poll());
    }

    /** Takes in what has arrived; waits for it if there is nothing yet. Answers whether anything came in time. */
    public boolean run(Duration patience) throws InterruptedException {
        requireManual();
        return run(arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    private boolean run(@Nullable Runnable first) {
        boolean any = false;
        for (Runnable next = first; next != null; next = arrived.poll()) {
            next.run();
            any = true;
        }
        return any;
    }

    private void requireManual() {
        if (!manual) {
            throw new IllegalStateException("this replica takes everything in by itself; build it with manual()");
        }
    }
}
