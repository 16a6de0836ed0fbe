package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How many bytes of messages that are not complete yet several connections may keep together. When it is too much, the one that
 * keeps most is ended: so whoever begins messages and does not end them goes first, and a peer whose messages are small is not
 * touched. Thread-safe.
 */
public final class MessageBudget {
    private final long maxBytes;
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>(); // Those that keep something.

    /** @throws IllegalArgumentException if the number is not positive */
    public MessageBudget(long maxBytes) {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("a budget must be positive, was " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /** The bytes that are kept now. */
    public long keptBytes() {
        return total.get();
    }

    /** An account for one connection; {@code end} is told, on any thread, if that has to go. */
    Account open(Consumer<MalformedMessageException> end) {
        return new Account(numbers.incrementAndGet(), end);
    }

    /** Ends the one that keeps most. */
    private void endLargest() {
        Account largest = null;
        for (Account account : accounts.values()) {
            if (largest == null || account.bytes > largest.bytes) {
                largest = account;
            }
        }
        if (largest != null) {
            largest.end();
        }
    }

    /** What one connection keeps. Confined to its event loop, but for its end. */
    final class Account {
        private final long number;
        private final Consumer<MalformedMessageException> end;
        private volatile long bytes;
        private boolean closed; // Guarded by this.

        private Account(long number, Consumer<MalformedMessageException> end) {
            this.number = number;
            this.end = end;
        }

        /** It keeps so many bytes now. */
        void keeps(long now) {
            if (now != bytes && set(now) > maxBytes) {
                endLargest();
            }
        }

        /** It keeps nothing, and never will. */
        synchronized void close() {
            set(0);
            closed = true;
        }

        private synchronized long set(long now) {
            if (closed) {
                return 0;
            }
            long sum = total.addAndGet(now - bytes);
            bytes = now;
            if (now == 0) {
                accounts.remove(number);
            } else {
                accounts.put(number, this);
            }
            return sum;
        }

        private void end() {
            long kept = bytes;
            close();
            end.accept(new MalformedMessageException(
                    "an incomplete message of " + kept + " bytes, the longest of those that come to more than "
                            + maxBytes + " bytes in all (messageBudget)",
                    null));
        }
    }
}
