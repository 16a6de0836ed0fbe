package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;

/** The operations that name no table, and those that cannot be. */
final class SmallSteps {
    private SmallSteps() {}

    /** {@code commit}. */
    record CommitStep(boolean durable) implements Step {
        @Override
        public boolean onlyReads() {
            return false;
        }

        @Override
        public void execute(Run run) {
            if (durable) {
                run.makeDurable();
            }
            run.requireWritable("commit");
            run.nothing();
        }
    }

    /** {@code abort}. */
    record AbortStep() implements Step {
        @Override
        public void execute(Run run) {
            throw new OperationFailedException(ErrorTag.ABORTED, "aborted by request");
        }
    }

    /** {@code comment}. */
    record CommentStep(String comment) implements Step {
        @Override
        public void execute(Run run) {
            run.addComment(comment);
            run.nothing();
        }
    }

    /** {@code assert}. */
    record AssertStep(String lock) implements Step {
        @Override
        public void execute(Run run) {
            if (!run.context().ownsLock(lock)) {
                throw new OperationFailedException(ErrorTag.NOT_OWNER, "Asserted lock " + lock + " not held.");
            }
            run.nothing();
        }
    }

    /** What is no operation: its turn brings the error. */
    record RefusedStep(OperationError error) implements Step {
        @Override
        public void execute(Run run) {
            throw new OperationFailedException(error);
        }
    }
}
