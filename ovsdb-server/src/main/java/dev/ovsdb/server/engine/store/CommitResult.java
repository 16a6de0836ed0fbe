package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.operation.OperationError;

/** What became of a transaction when it was to be committed. */
public sealed interface CommitResult {
    /** It made this version, which is now the head. */
    record Committed(Version version) implements CommitResult {}

    /** Nothing differs from what was there before, so that there is no version of it. */
    record Unchanged() implements CommitResult {}

    /** It breaks a rule of the schema; the head is as it was before. */
    record Rejected(OperationError error) implements CommitResult {}
}
