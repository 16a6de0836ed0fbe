package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A request of the peer on one connection; once it is answered, the reply on its way out. */
final class PeerRequest extends Outbound implements IncomingRequest {
    private static final AtomicIntegerFieldUpdater<PeerRequest> ANSWERED =
            AtomicIntegerFieldUpdater.newUpdater(PeerRequest.class, "answered");
    private static final int ENVELOPE_BYTES = 64;

    private final LoopConnection connection;
    private final String method;
    private final JsonValue id;
    private final JsonBytes params;

    private volatile int answered; // 0 or 1; by the updater.
    private @Nullable JsonBytes body; // The answer is written by who is first, and handed on by the outbound queue.
    private @Nullable BodySource source;
    private boolean error;

    PeerRequest(LoopConnection connection, String method, JsonValue id, JsonBytes params) {
        this.connection = connection;
        this.method = method;
        this.id = id;
        this.params = params;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public JsonValue id() {
        return id;
    }

    @Override
    public JsonBytes params() {
        return params;
    }

    @Override
    public void reply(JsonBytes result) {
        if (result.isNull()) {
            throw new IllegalArgumentException("the result of " + method + " is null, which means none");
        }
        claimOrThrow();
        body = result;
        connection.send(this);
    }

    @Override
    public void reply(BodySource result) {
        Objects.requireNonNull(result);
        claimOrThrow();
        source = result;
        connection.send(this);
    }

    @Override
    public void replyError(JsonValue value) {
        if (value.isNull()) {
            throw new IllegalArgumentException("the error of a reply to " + method + " is null, which means none");
        }
        claimOrThrow();
        sendError(value);
    }

    @Override
    public void drop() {
        claimOrThrow();
    }

    /** Answers with an error unless somebody, perhaps another thread, was faster. */
    void refuse(JsonValue value) {
        if (claim()) {
            sendError(value);
        }
    }

    private void sendError(JsonValue value) {
        body = JsonBytes.of(value);
        error = true;
        connection.send(this);
    }

    private void claimOrThrow() {
        if (!claim()) {
            throw new IllegalStateException(method + " with id " + id + " was answered already");
        }
    }

    private boolean claim() {
        return ANSWERED.compareAndSet(this, 0, 1);
    }

    // ---- As something that waits to be written.

    @Override
    long size() {
        return (body == null ? 0 : body.size()) + ENVELOPE_BYTES;
    }

    @Override
    void write(LoopConnection owner, WriteBatch batch) {
        long before = batch.size();
        if (source != null) {
            batch.beginReply(id);
            owner.outbox().bodies().begin(source);
        } else if (error) {
            batch.errorReply(id, answer());
        } else {
            batch.reply(id, answer());
        }
        owner.flow().replied(batch.size() - before);
        owner.wireLog().sentReply(error ? "error reply" : "reply", id, body);
    }

    @Override
    void refuse(LoopConnection owner) {
        if (source != null) {
            owner.outbox().bodies().refuse(source);
        }
    }

    private JsonBytes answer() {
        return Objects.requireNonNull(body);
    }
}
