package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.store.Version;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code transact}, and what the engine has to do about it. Immutable. */
public final class TransactResult {
    private final List<ByteBuffer> json;
    private final @Nullable OperationError error;
    private final @Nullable Version version;
    private final boolean durable;
    private final @Nullable String comment;

    TransactResult(
            List<ByteBuffer> json,
            @Nullable OperationError error,
            @Nullable Version version,
            boolean durable,
            @Nullable String comment) {
        this.json = json;
        this.error = error;
        this.version = version;
        this.durable = durable;
        this.comment = comment;
    }

    /** The array of results. */
    public JsonBytes toJson() {
        return JsonBytes.of(json);
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
        List<ByteBuffer> longer = new ArrayList<>(json.subList(0, json.size() - 1));
        ByteBuffer last = json.get(json.size() - 1).duplicate();
        last.limit(last.limit() - 1);
        longer.add(last);
        boolean empty = json.size() == 1 && last.remaining() == 1;
        longer.add(ByteBuffer.wrap(new byte[] {(byte) (empty ? ' ' : ',')}));
        JsonWriter out = new JsonWriter();
        commitError.write(out);
        longer.addAll(out.toBuffers());
        longer.add(ByteBuffer.wrap(new byte[] {']'}));
        return new TransactResult(longer, commitError, null, durable, comment);
    }
}
