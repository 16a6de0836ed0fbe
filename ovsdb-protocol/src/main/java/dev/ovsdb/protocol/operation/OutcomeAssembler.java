package dev.ovsdb.protocol.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a transact result together: one for each operation, and perhaps the commit's error behind them. */
final class OutcomeAssembler {
    private final List<Operation> operations;
    private final List<OperationResult> results;
    private @Nullable OperationError commitError;

    OutcomeAssembler(List<Operation> operations) {
        this.operations = operations;
        this.results = new ArrayList<>(operations.size());
    }

    /** The index of the element that is added next. */
    int next() {
        return results.size();
    }

    /** Adds an element; answers what is wrong with it, or null. */
    @Nullable
    String add(OperationResult result) {
        if (results.size() < operations.size()) {
            results.add(result);
            return null;
        }
        if (commitError != null || !(result instanceof OperationError error)) {
            return "no more than " + operations.size() + " results and perhaps the commit's error";
        }
        commitError = error;
        return null;
    }

    /** What is wrong with the elements as a whole, or null. */
    @Nullable
    String problem() {
        return results.size() == operations.size()
                ? null
                : operations.size() + " results, one for each operation, not " + results.size();
    }

    TransactionOutcome outcome() {
        return TransactionOutcome.of(operations, results, commitError);
    }
}
