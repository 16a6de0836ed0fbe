package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.database.Durable;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.Unpublished;
import dev.ovsdb.server.engine.transaction.TransactResult;
import org.jspecify.annotations.Nullable;

/** A durable transaction that was executed: it is answered when an fsync covers it, and others may be answered before. */
final class Syncing implements Durable, Unpublished {
    private final TransactCall call;
    private final ServedDatabase database;
    private final TransactResult result;
    private boolean ended;

    Syncing(TransactCall call, ServedDatabase database, TransactResult result) {
        this.call = call;
        this.database = database;
        this.result = result;
    }

    void begin() {
        database.depends(this);
        database.whenDurable(this);
    }

    @Override
    public void durable() {
        if (!ended) {
            ended = true;
            call.answer(database, result);
        }
    }

    @Override
    public void unknown(OperationError error) {
        fail(error);
    }

    @Override
    public void fellBack(@Nullable OperationError error) {
        if (error != null && result.version() != null) {
            fail(error);
        } else if (!ended) {
            ended = true;
            call.execute();
        }
    }

    private void fail(OperationError error) {
        if (!ended) {
            ended = true;
            call.answer(database, result.withCommitError(error));
        }
    }
}
