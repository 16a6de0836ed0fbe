package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import org.jspecify.annotations.Nullable;

/** One message of a client: read on its loop, executed in the lane. */
abstract class Call {
    static final JsonBytes DONE = JsonBytes.of(JsonObject.EMPTY);

    final LaneSession session;
    final ServerRequest request;
    private @Nullable String refused;

    Call(LaneSession session, ServerRequest request) {
        this.session = session;
        this.request = request;
    }

    /** Executes it, and answers now or later. In the lane. */
    abstract void execute();

    /** The database that it is for, if its execution waits while that is being converted. In the lane. */
    @Nullable
    ServedDatabase database() {
        return null;
    }

    /**
     * The version fell on which the message in the slot was computed. What only read is executed again.
     *
     * @param error what a write fails with; null if it is executed again too
     */
    void fellBack(Slot slot, @Nullable OperationError error) {
        session.executeAgain(slot, this);
    }

    /** What went wrong, as metrics call it; null if nothing did. */
    @Nullable
    String errorTag() {
        return refused;
    }

    /** Answers with a result that was computed on a database's head. */
    final void answer(ServedDatabase database, JsonBytes result) {
        session.answer(this, database, out -> request.reply(result));
    }

    /** Answers with a result that has to do with no database. */
    final void answer(JsonBytes result) {
        session.answer(this, null, out -> request.reply(result));
    }

    final void refuse(JsonValue error) {
        refused = Errors.tag(error);
        session.answer(this, null, out -> request.replyError(error));
    }
}
