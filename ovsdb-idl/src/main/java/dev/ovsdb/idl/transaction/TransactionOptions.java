package dev.ovsdb.idl.transaction;

import dev.ovsdb.jsonrpc.time.IdSource;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How transactions are run. Immutable; each method gives another one.
 *
 * @param verifyingReads whether the columns that the function read must still have these values at the server, and the rows that it
 *     changes or refers to must still be there
 * @param onlyChanges whether columns that are set to the value that they have are left out; they are verified instead
 * @param durable whether success means that it is on the server's disk
 * @param attempts how often the function may run
 * @param firstPause the longest pause before the second attempt; it doubles with each further one. Each is shortened at random
 * @param longestPause the longest pause before any attempt
 * @param replicaPatience how long an attempt waits after a conflict for the replica to move on; it is made then in any case
 * @param patienceOrNull how long all of it may take until {@link Ending.Incomplete} or {@link Ending.TryAgain}; null for as long as the
 *     session's own time-outs let it
 * @param ids makes UUIDs for rows in a transaction, and shortens pauses
 */
public record TransactionOptions(
        boolean verifyingReads,
        boolean onlyChanges,
        boolean durable,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration replicaPatience,
        @Nullable Duration patienceOrNull,
        IdSource ids) {
    private static final TransactionOptions DEFAULTS = new TransactionOptions(
            true,
            false,
            false,
            100,
            Duration.ofMillis(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            null,
            IdSource.random());

    /** @throws IllegalArgumentException if there is no attempt, or a duration is negative */
    public TransactionOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("a transaction takes at least one attempt, not " + attempts);
        }
        requireTime("first pause", firstPause);
        requireTime("longest pause", longestPause);
        requireTime("patience for the replica", replicaPatience);
        if (patienceOrNull != null) {
            requireTime("patience", patienceOrNull);
        }
        Objects.requireNonNull(ids, "ids");
    }

    private static void requireTime(String what, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the " + what + " must not be negative, was " + time);
        }
    }

    /** Verifies reads, sends all that was set, 100 attempts with pauses from 1 ms to 100 ms, no patience of its own. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** Verifies nothing but what {@link WritableRow#verify} and its like name. */
    public TransactionOptions unverified() {
        return new TransactionOptions(
                false, onlyChanges, durable, attempts, firstPause, longestPause, replicaPatience, patienceOrNull, ids);
    }

    /** Leaves columns out that are set to the value that they have. */
    public TransactionOptions onlyChanged() {
        return new TransactionOptions(
                verifyingReads,
                true,
                durable,
                attempts,
                firstPause,
                longestPause,
                replicaPatience,
                patienceOrNull,
                ids);
    }

    /** Has the server answer when it is on its disk. */
    public TransactionOptions durably() {
        return new TransactionOptions(
                verifyingReads,
                onlyChanges,
                true,
                attempts,
                firstPause,
                longestPause,
                replicaPatience,
                patienceOrNull,
                ids);
    }

    /** Limits how often the function runs. */
    public TransactionOptions withAttempts(int most) {
        return new TransactionOptions(
                verifyingReads,
                onlyChanges,
                durable,
                most,
                firstPause,
                longestPause,
                replicaPatience,
                patienceOrNull,
                ids);
    }

    /** Pauses between attempts, from the first's most to that of any. */
    public TransactionOptions withPauses(Duration first, Duration longest) {
        return new TransactionOptions(
                verifyingReads, onlyChanges, durable, attempts, first, longest, replicaPatience, patienceOrNull, ids);
    }

    /** Waits so long, after a conflict, for the replica to move on. */
    public TransactionOptions withReplicaPatience(Duration time) {
        return new TransactionOptions(
                verifyingReads, onlyChanges, durable, attempts, firstPause, longestPause, time, patienceOrNull, ids);
    }

    /** Limits how long all of it may take. */
    public TransactionOptions withPatience(Duration time) {
        return new TransactionOptions(
                verifyingReads, onlyChanges, durable, attempts, firstPause, longestPause, replicaPatience, time, ids);
    }

    /** For simulations: ids and pauses that are the same in each run. */
    public TransactionOptions withIds(IdSource source) {
        return new TransactionOptions(
                verifyingReads,
                onlyChanges,
                durable,
                attempts,
                firstPause,
                longestPause,
                replicaPatience,
                patienceOrNull,
                source);
    }

    /** How long to pause before the attempt after this many. */
    Duration pause(int made) {
        long most = longestPause.toNanos();
        int doublings = Math.min(made - 1, 20);
        if (firstPause.toNanos() < most >> doublings) {
            most = firstPause.toNanos() << doublings;
        }
        return most == 0 ? Duration.ZERO : Duration.ofNanos(Long.remainderUnsigned(ids.nextLong(), most + 1));
    }
}
