package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of messages that are not complete yet several connections may keep together. When it is too much, the one that
 * keeps most is ended: so whoever begins messages and does not end them goes first, and a peer whose messages are small is not
 * touched. Thread-safe.
 */
public final class MessageBudget {
    private final long maxBytes;
    private final Complaints complaints;
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong doomedBytes = new AtomicLong(); // Of those that were told to end and have not ended.
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>(); // Those that keep something.

    /** @throws IllegalArgumentException if the number is not positive */
    public MessageBudget(long maxBytes, Clock clock) {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("a budget must be positive, was " + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.complaints = new Complaints(clock);
    }

    /** The bytes that are kept now. */
    public long keptBytes() {
        return total.get();
    }

    /** An account for one connection; {@code end} is told, on any thread, if that has to go. */
    Account open(Consumer<MalformedMessageException> end) {
        return new Account(numbers.incrementAndGet(), end);
    }

    /** Ends the one that keeps most, of those that are not about to end. */
    private void endLargest() {
        Account largest = null;
        for (Account account : accounts.values()) {
            if (account.doomed == 0 && (largest == null || account.bytes > largest.bytes)) {
                largest = account;
            }
        }
        if (largest != null) {
            largest.doom();
        }
    }

    /** What one connection keeps. Confined to its event loop, but for its doom. */
    final class Account {
        private final long number;
        private final Consumer<MalformedMessageException> end;
        private volatile long bytes;
        private volatile long doomed; // Bytes that it kept when it was told to end; 0 before.
        private boolean closed; // Guarded by this.

        private Account(long number, Consumer<MalformedMessageException> end) {
            this.number = number;
            this.end = end;
        }

        /**
         * It keeps so many bytes now.
         *
         * @return why it has to end at once; null if it has not. That is so if it is the one, or if those that are to end come to as much
         *     as all may keep: whoever reads on meanwhile would fill the memory before their turn comes
         */
        @Nullable
        MalformedMessageException keeps(long now) {
            if (now != bytes && set(now) - doomedBytes.get() > maxBytes) {
                endLargest();
            }
            return doomed > 0 || now > 0 && total.get() > 2 * maxBytes ? tooMuch(now) : null;
        }

        /** It keeps nothing, and never will. */
        synchronized void close() {
            set(0);
            doomedBytes.addAndGet(-doomed);
            doomed = 0;
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

        private synchronized void doom() {
            if (!closed && doomed == 0 && bytes > 0) {
                doomed = bytes;
                doomedBytes.addAndGet(doomed);
                end.accept(tooMuch(bytes));
            }
        }

        private MalformedMessageException tooMuch(long kept) {
            complaints.say("connections are ended whose messages are long and not complete: all come to more than "
                    + maxBytes + " bytes (messageBudget)");
            return new MalformedMessageException(
                    "an incomplete message of " + kept + " bytes, among the longest of those that come to more than "
                            + maxBytes + " bytes in all (messageBudget)",
                    null);
        }
    }
}
