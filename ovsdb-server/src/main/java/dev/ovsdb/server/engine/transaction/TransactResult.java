package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.store.Version;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The result of {@code transact}, and what the engine has to do about it. */
public final class TransactResult {
    private final ResultText text;
    private final @Nullable OperationError error;
    private final @Nullable Version version;
    private final boolean durable;
    private final @Nullable String comment;

    TransactResult(
            ResultText text,
            @Nullable OperationError error,
            @Nullable Version version,
            boolean durable,
            @Nullable String comment) {
        this.text = text;
        this.error = error;
        this.version = version;
        this.durable = durable;
        this.comment = comment;
    }

    /** The array of results. Of one that is large the rest is found and written now, once. */
    public JsonBytes toJson() {
        return text.toJson();
    }

    /**
     * Whether rows are still to be found and written, which is no business of the lane. Then either {@link #toJson}, {@link
     * #body} or {@link #abandon} is to be called, once; until its end the result may hold a version of the database.
     */
    public boolean isLarge() {
        return !text.isWhole();
    }

    /**
     * The array of results, piece by piece.
     *
     * @param readers find the rows, and write them
     */
    public BodySource body(Executor readers) {
        return new ResultSource(text, readers);
    }

    /** How many bytes of it are there already. */
    public long laneBytes() {
        return text.bytes();
    }

    /** Nobody is going to read it. */
    public void abandon() {
        text.abandon();
    }

    /** The version that the transaction made; null if it failed or changed nothing. */
    public @Nullable Version version() {
        return version;
    }

    /** Whether a {@code commit} asked for the transaction to be on disk before its result leaves. */
    public boolean durable() {
        return durable;
    }

    /** The comments of the transaction, a line each, for the log; null if it has none. */
    public @Nullable String comment() {
        return comment;
    }

    /** The error of an operation, or of the commit; null if all went well. */
    public @Nullable OperationError error() {
        return error;
    }

    /**
     * What is to be answered instead if the transaction fails after all, since its storage does not take it: the error comes as
     * one more element (RFC 7047, section 4.1.3).
     */
    public TransactResult withCommitError(OperationError commitError) {
        return new TransactResult(text.with(commitError), commitError, null, durable, comment);
    }
}
