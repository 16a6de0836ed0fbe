package dev.ovsdb.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What a server has written to its log, from its first start on, restarts included.
 *
 * <p>Thread-safe. Lines keep coming while one reads; {@link #await} is how a test waits for the server to have done
 * something.
 */
public final class ServerLog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> lines = new ArrayList<>(); // Guarded by lock.
    private boolean ended; // Guarded by lock: no more lines will come from the process that runs, or ran, last.

    ServerLog() {}

    /** All lines so far. */
    public List<String> lines() {
        return from(0);
    }

    /** A position behind the lines so far, for {@link #await(int, Predicate, Duration)}. */
    public int mark() {
        lock.lock();
        try {
            return lines.size();
        } finally {
            lock.unlock();
        }
    }

    /** The lines from a {@link #mark} on. */
    public List<String> from(int mark) {
        lock.lock();
        try {
            return List.copyOf(lines.subList(mark, lines.size()));
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a line, past or future, that contains the text. */
    public String await(String text, Duration patience) {
        return await(0, line -> line.contains(text), patience);
    }

    /**
     * Waits for a line at or behind a {@link #mark}.
     *
     * @return the first such line
     * @throws IllegalStateException with the lines since the mark, if the process ends or patience does before it comes
     */
    public String await(int mark, Predicate<String> wanted, Duration patience) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            Optional<String> found = find(mark, wanted);
            while (found.isEmpty()) {
                if (ended) throw new IllegalStateException("the process ended first; its log: " + from(mark));
                if (nanos <= 0) throw new IllegalStateException("not within " + patience + "; the log: " + from(mark));
                nanos = changed.awaitNanos(nanos);
                found = find(mark, wanted);
            }
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a log line", e);
        } finally {
            lock.unlock();
        }
    }

    void begin() {
        setEnded(false);
    }

    void end() {
        setEnded(true);
    }

    void add(String line) {
        lock.lock();
        try {
            lines.add(line);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void setEnded(boolean now) {
        lock.lock();
        try {
            ended = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> find(int mark, Predicate<String> wanted) {
        return lines.subList(mark, lines.size()).stream().filter(wanted).findFirst();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
