package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction came to: one result for each operation and, if all passed but the commit did not, the commit's error.
 * A transaction either succeeded as a whole or changed nothing.
 */
public final class TransactionOutcome {
    private final List<Operation> operations;
    private final List<OperationResult> results;
    private final @Nullable OperationError commitError;

    private TransactionOutcome(
            List<Operation> operations, List<OperationResult> results, @Nullable OperationError commitError) {
        this.operations = List.copyOf(operations);
        this.results = List.copyOf(results);
        this.commitError = commitError;
    }

    /**
     * @param operations what was asked, to name an operation that failed; empty if unknown
     * @param results one for each operation
     * @param commitError why the commit failed after all operations passed
     */
    public static TransactionOutcome of(
            List<Operation> operations, List<OperationResult> results, @Nullable OperationError commitError) {
        return new TransactionOutcome(operations, results, commitError);
    }

    /** One result for each operation, in order. */
    public List<OperationResult> results() {
        return results;
    }

    /** Why the commit failed, although each operation by itself passed: the extra element of the reply. */
    public Optional<OperationError> commitError() {
        return Optional.ofNullable(commitError);
    }

    /** Whether the transaction was committed. */
    public boolean succeeded() {
        return firstErrorOrNull() == null;
    }

    /** The error for which the transaction failed: of an operation or of the commit. */
    public Optional<OperationError> firstError() {
        return Optional.ofNullable(firstErrorOrNull());
    }

    /**
     * The UUID of the row that the insert with this index made. Of a transaction that failed, no such row exists.
     *
     * @throws IllegalStateException if that operation's result is something else
     */
    public UUID insertedUuid(int index) {
        return require(index, OperationResult.Inserted.class, "UUID of an insert")
                .uuid();
    }

    /**
     * How many rows the update, mutate or delete with this index met.
     *
     * @throws IllegalStateException if that operation's result is something else
     */
    public long count(int index) {
        return require(index, OperationResult.Count.class, "count").count();
    }

    /**
     * The rows that the select with this index found.
     *
     * @throws IllegalStateException if that operation's result is something else
     */
    public List<Row> rows(int index) {
        return require(index, OperationResult.Rows.class, "rows").rows();
    }

    /**
     * Returns this outcome if the transaction was committed.
     *
     * @throws TransactionFailedException if it was not; names the operation and its error
     */
    public TransactionOutcome requireSuccess() {
        OperationError error = firstErrorOrNull();
        if (error != null) {
            int index = error == commitError ? results.size() : results.indexOf(error);
            Operation operation = index < operations.size() ? operations.get(index) : null;
            throw new TransactionFailedException(index, operation, error, error == commitError);
        }
        return this;
    }

    /** Writes the {@code result} of a transact reply. */
    public void write(JsonWriter writer) {
        writer.beginArray();
        for (OperationResult result : results) {
            result.write(writer);
        }
        if (commitError != null) {
            commitError.write(writer);
        }
        writer.endArray();
    }

    private @Nullable OperationError firstErrorOrNull() {
        for (OperationResult result : results) {
            if (result instanceof OperationError error) {
                return error;
            }
        }
        return commitError;
    }

    private <T extends OperationResult> T require(int index, Class<T> type, String what) {
        OperationResult result = results.get(index);
        if (!type.isInstance(result)) {
            throw new IllegalStateException(
                    "operation " + index + " has no " + what + "; its result is " + Quote.cut(result.toString()));
        }
        return type.cast(result);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransactionOutcome that
                && results.equals(that.results)
                && Objects.equals(commitError, that.commitError);
    }

    @Override
    public int hashCode() {
        return Objects.hash(results, commitError);
    }

    @Override
    public String toString() {
        return commitError == null ? results.toString() : results + ", commit failed: " + commitError.describe();
    }
}
