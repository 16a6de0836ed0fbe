package dev.ovsdb.cli.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Bytes that arrive while somebody waits for them. Thread-safe. */
public final class Collected extends OutputStream {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Reads a stream to its end, on a thread of its own. */
    public static Collected of(InputStream stream) {
        Collected collected = new Collected();
        Thread reader = new Thread(() -> collected.readAll(stream), "collector");
        reader.setDaemon(true);
        reader.start();
        collected.reader = reader;
        return collected;
    }

    private Thread reader = new Thread(() -> {});

    private void readAll(InputStream stream) {
        try {
            stream.transferTo(this);
        } catch (IOException e) {
            // The process was ended; what it said until then counts.
        }
    }

    @Override
    public synchronized void write(int b) {
        bytes.write(b);
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
        bytes.write(from, offset, length);
        notifyAll();
    }

    public synchronized byte[] toByteArray() {
        return bytes.toByteArray();
    }

    public synchronized String text() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits for a text that satisfies the condition; false if it does not come in time. */
    public synchronized boolean await(Predicate<String> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.test(text())) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Waits until there is nothing more to read. */
    public void awaitEnd() throws InterruptedException {
        reader.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
    }
}
