package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.operation.OperationResult;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import org.opentest4j.AssertionFailedError;

/** Assertions about what a transaction came to. Operations are told by their index, from 0. */
public final class OutcomeAssert {
    private final TransactionOutcome actual;

    OutcomeAssert(TransactionOutcome actual) {
        this.actual = actual;
    }

    /** It was committed. */
    public OutcomeAssert succeeded() {
        return check(actual.succeeded(), "to succeed");
    }

    /** It was not committed, for an error of this kind, whether an operation's or the commit's. */
    public OutcomeAssert failedWith(ErrorTag tag) {
        return check(
                actual.firstError().map(OperationError::tag).filter(tag::equals).isPresent(),
                "to fail with " + tag.text());
    }

    /** The same, and the details say this among other things. */
    public OutcomeAssert failedWith(ErrorTag tag, String details) {
        failedWith(tag);
        return check(
                actual.firstError()
                        .flatMap(OperationError::details)
                        .filter(text -> text.contains(details))
                        .isPresent(),
                "to fail with details that contain \"" + details + "\"");
    }

    /** The insert with this index made a row. */
    public OutcomeAssert inserted(int operation) {
        return check(
                result(operation) instanceof OperationResult.Inserted, "to have inserted by operation " + operation);
    }

    /** The update, mutate or delete with this index met so many rows, changed or not. */
    public OutcomeAssert counted(int operation, long rows) {
        return check(
                result(operation) instanceof OperationResult.Count count && count.count() == rows,
                "to have met " + rows + " rows by operation " + operation);
    }

    private OperationResult result(int operation) {
        if (operation < 0 || operation >= actual.results().size())
            throw new IllegalArgumentException("there is no operation " + operation + " among "
                    + actual.results().size());
        return actual.results().get(operation);
    }

    private OutcomeAssert check(boolean holds, String expectation) {
        if (!holds) {
            throw new AssertionFailedError("expected a transaction " + expectation + ", but it came to "
                    + actual.firstError().map(OperationError::describe).orElse("success") + "\n" + actual);
        }
        return this;
    }
}
