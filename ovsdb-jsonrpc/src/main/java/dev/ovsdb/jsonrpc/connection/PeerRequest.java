package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request of the peer on one connection. */
final class PeerRequest implements IncomingRequest {
    private static final int NULL_SIZE = 4;

    private final LoopConnection connection;
    private final String method;
    private final JsonValue id;
    private final JsonBytes params;
    private final AtomicBoolean answered = new AtomicBoolean();

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
        if (result.size() == NULL_SIZE && result.toValue().isNull()) {
            throw new IllegalArgumentException("the result of " + method + " is null, which means none");
        }
        answer(result, false);
    }

    @Override
    public void reply(BodySource result) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replyError(JsonValue error) {
        if (error.isNull()) {
            throw new IllegalArgumentException("the error of a reply to " + method + " is null, which means none");
        }
        answer(JsonBytes.of(error), true);
    }

    /** Answers with an error unless somebody, perhaps another thread, was faster. */
    void refuse(JsonValue error) {
        if (answered.compareAndSet(false, true)) {
            connection.send(new Answer(id, JsonBytes.of(error), true));
        }
    }

    private void answer(JsonBytes body, boolean error) {
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException(method + " with id " + id + " was answered already");
        }
        connection.send(new Answer(id, body, error));
    }
}
