package dev.ovsdb.testkit.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What the proxy shall do and what it has done, shared by its threads; each change wakes whoever waits for one. */
final class ProxyState {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Script script = new Script();
    // All guarded by lock.
    private final Map<Direction, Fault> faults = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> messages = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> swallowed = new EnumMap<>(Direction.class);
    private int accepted;
    private int open;
    private int cut;

    Script script() {
        return script;
    }

    Fault fault(Direction direction) {
        lock.lock();
        try {
            return faults.getOrDefault(direction, Fault.none());
        } finally {
            lock.unlock();
        }
    }

    void setFault(Direction direction, Fault fault) {
        change(() -> faults.put(direction, fault));
    }

    void accepted() {
        change(() -> {
            accepted++;
            open++;
        });
    }

    void ended(boolean byCut) {
        change(() -> {
            open--;
            if (byCut) cut++;
        });
    }

    void passed(Direction direction, long bytes, long ended) {
        change(() -> {
            passed.merge(direction, bytes, Long::sum);
            messages.merge(direction, ended, Long::sum);
        });
    }

    void swallowed(Direction direction, long bytes) {
        change(() -> swallowed.merge(direction, bytes, Long::sum));
    }

    ProxyCounters counters() {
        lock.lock();
        try {
            return new ProxyCounters(
                    accepted,
                    open,
                    cut,
                    passed.getOrDefault(Direction.TO_SERVER, 0L),
                    passed.getOrDefault(Direction.TO_CLIENT, 0L),
                    messages.getOrDefault(Direction.TO_SERVER, 0L),
                    messages.getOrDefault(Direction.TO_CLIENT, 0L),
                    swallowed.getOrDefault(Direction.TO_SERVER, 0L),
                    swallowed.getOrDefault(Direction.TO_CLIENT, 0L));
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        change(() -> {});
    }

    /** Waits until the condition, which is looked at after each change, holds or patience ends; says whether it holds. */
    boolean await(BooleanSupplier condition, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) return false;
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the condition however long it takes. */
    void await(BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) changed.await();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
