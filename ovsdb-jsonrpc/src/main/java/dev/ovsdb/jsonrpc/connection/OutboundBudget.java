package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How many bytes may wait for the peers of several connections together. When it is too much, those whose peers have taken next to
 * nothing for some time are ended, the ones for which most waits first, until what is left is within the budget. A peer that reads
 * is never ended, however slow and however much waits for it: what waits for many may be the same bytes. Thread-safe.
 */
public final class OutboundBudget {
    /** A peer that takes this much, or all there is, has made progress. */
    private static final long PROGRESS = 64 * 1024;

    private static final long LOOKS_IN_PATIENCE = 10;

    private final long maxBytes;
    private final long patience;
    private final Clock clock;
    private final Complaints complaints;
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong nextLook;
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>();

    /**
     * @param patience how long a peer may take next to nothing of what waits for it
     * @throws IllegalArgumentException if the number or the duration is not positive
     */
    public OutboundBudget(long maxBytes, Duration patience, Clock clock) {
        if (maxBytes <= 0 || patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("a budget must be positive, was " + maxBytes + " bytes, " + patience);
        }
        this.maxBytes = maxBytes;
        this.patience = patience.toNanos();
        this.clock = clock;
        this.complaints = new Complaints(clock);
        this.nextLook = new AtomicLong(clock.nanoTime());
    }

    /** The bytes that wait now. */
    public long waitingBytes() {
        return total.get();
    }

    /** Whether more waits than may: a cue to make nothing that can be made later. */
    public boolean isExceeded() {
        return total.get() > maxBytes;
    }

    /** An account for one connection; {@code end} is told, on any thread, if that has to go. */
    Account open(Consumer<OutboundLimitException> end) {
        Account account = new Account(numbers.incrementAndGet(), end);
        accounts.put(account.number, account);
        return account;
    }

    /** Now and then, for it goes through all accounts. */
    private void look() {
        long now = clock.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + patience / LOOKS_IN_PATIENCE)) {
            endStalled(now);
        }
    }

    private void endStalled(long now) {
        long excess = total.get() - maxBytes;
        List<Account> stalled = new ArrayList<>();
        for (Account account : accounts.values()) {
            if (account.doomed) {
                excess -= account.bytes;
            } else if (account.bytes > 0 && now - account.progressAt >= patience) {
                stalled.add(account);
            }
        }
        stalled.sort(
                Comparator.comparingLong((Account account) -> account.bytes).reversed());
        for (int i = 0; i < stalled.size() && excess > 0; i++) {
            excess -= stalled.get(i).bytes;
            stalled.get(i).doom(now);
        }
    }

    /** What waits for one peer. Confined to its event loop, but for its doom. */
    final class Account {
        private final long number;
        private final Consumer<OutboundLimitException> end;
        private volatile long bytes;
        private volatile long progressAt;
        private volatile boolean doomed;
        private long taken; // Since the last progress.
        private boolean closed;

        private Account(long number, Consumer<OutboundLimitException> end) {
            this.number = number;
            this.end = end;
        }

        /** So many bytes wait now. */
        void waits(long now) {
            if (now != bytes) {
                change(now);
            }
            if (isExceeded()) {
                look();
            }
        }

        private void change(long now) {
            long before = bytes;
            if (closed) {
                return;
            }
            taken += Math.max(0, before - now);
            if (before == 0 || now == 0 || taken >= PROGRESS) {
                taken = 0;
                progressAt = clock.nanoTime();
            }
            bytes = now;
            total.addAndGet(now - before);
        }

        boolean isBudgetExceeded() {
            return isExceeded();
        }

        /** Nothing waits, and never will. */
        void close() {
            change(0);
            closed = true;
            accounts.remove(number);
        }

        private void doom(long now) {
            doomed = true;
            complaints.say("connections are ended whose peers read nothing: more than " + maxBytes
                    + " bytes wait for all peers together (outboundBudget)");
            end.accept(new OutboundLimitException(bytes + " bytes wait for a peer that has read next to nothing for "
                    + (now - progressAt) / 1_000_000_000 + " s, and more than " + maxBytes
                    + " bytes for all together (outboundBudget)"));
        }
    }
}
