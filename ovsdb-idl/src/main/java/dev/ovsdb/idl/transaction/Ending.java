package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.OperationError;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a transaction ended. Each is final but {@link Incomplete}. */
public sealed interface Ending
        permits Success,
                Ending.Unchanged,
                Ending.Aborted,
                Ending.TryAgain,
                Ending.NotLocked,
                Ending.Incomplete,
                Ending.Failed,
                Ending.Unknown {
    /** What was staged changes nothing of what was read, so nothing was sent. */
    record Unchanged() implements Ending {}

    /**
     * Nothing was changed, as the function wished.
     *
     * @param dryRun whether it was a dry run that the server had no objection to; else the function aborted, and nothing was sent
     */
    record Aborted(boolean dryRun) implements Ending {}

    /**
     * Nothing was changed, and the same may be tried again.
     *
     * @param attempts how often the function ran
     * @param causeOrNull what kept the last request from being sent; null if what it had read was not so any more at the server
     */
    record TryAgain(int attempts, @Nullable Throwable causeOrNull) implements Ending {
        /** What kept the last request from being sent; empty if there was too much conflict. */
        public Optional<Throwable> cause() {
            return Optional.ofNullable(causeOrNull);
        }
    }

    /** Nothing was changed, because this session does not own a lock that the transaction asserts. */
    record NotLocked(String lock) implements Ending {}

    /**
     * The patience is over before the server answered.
     *
     * @param later how it ends, never exceptionally; a conflict is not tried again, but ends as {@link TryAgain}
     */
    record Incomplete(CompletableFuture<Ending> later) implements Ending {}

    /**
     * The server refused it, and nothing was changed.
     *
     * @param error what it said
     * @param operationOrNull the operation that it was about; null if the transaction as a whole was refused
     * @param tableOrNull the table that it was about, if that can be told
     * @param columnOrNull the column that it was about, if that can be told
     */
    record Failed(
            OperationError error,
            @Nullable Operation operationOrNull,
            @Nullable String tableOrNull,
            @Nullable String columnOrNull)
            implements Ending {
        public Failed {
            Objects.requireNonNull(error, "error");
        }

        /** The operation that failed; empty if the commit did, or the request as a whole. */
        public Optional<Operation> operation() {
            return Optional.ofNullable(operationOrNull);
        }

        /** The table that it was about, if that can be told. */
        public Optional<String> table() {
            return Optional.ofNullable(tableOrNull);
        }

        /** The column that it was about, if that can be told. */
        public Optional<String> column() {
            return Optional.ofNullable(columnOrNull);
        }
    }

    /**
     * The request was sent, and the answer was lost: it was committed or it was not. It is not repeated; a {@link Mark} settles it.
     *
     * @param cause what took the answer
     */
    record Unknown(Throwable cause) implements Ending {
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** Whether the database is now as the function wanted it: {@link Success} or {@link Unchanged}. */
    default boolean isDone() {
        return this instanceof Success || this instanceof Unchanged;
    }

    /**
     * Returns this if {@link #isDone}.
     *
     * @throws UnsuccessfulTransactionException if not
     */
    default Ending requireDone() {
        if (!isDone()) {
            throw new UnsuccessfulTransactionException(this);
        }
        return this;
    }

    /**
     * Returns the success that this is.
     *
     * @throws UnsuccessfulTransactionException if it is something else
     */
    default Success requireSuccess() {
        if (this instanceof Success success) {
            return success;
        }
        throw new UnsuccessfulTransactionException(this);
    }
}
