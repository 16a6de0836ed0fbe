package dev.ovsdb.idl.feed;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When what has arrived is taken in: at once, or when the application says so. */
public final class Pace {
    private final boolean manual;
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();

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
        if (!manual) {
            throw new IllegalStateException("this replica takes everything in by itself; build it with manual()");
        }
        boolean any = false;
        for (Runnable next = arrived.poll(); next != null; next = arrived.poll()) {
            next.run();
            any = true;
        }
        return any;
    }
}
