package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.engine.transaction.TransactResult;
import org.jspecify.annotations.Nullable;

/** Measures one transaction from its arrival to its result. Where nobody wants to know there is none. */
final class TransactionObservation {
    private final EngineParts engine;
    private final String peer;
    private final @Nullable TransactionEvent event = Recording.isPossible() ? TransactionEvent.start() : null;
    private final long arrived;

    private TransactionObservation(LaneSession session) {
        this.engine = session.engine();
        this.peer = session.client().address();
        this.arrived = engine.clock().nanoTime();
    }

    static @Nullable TransactionObservation begin(LaneSession session) {
        boolean wanted = session.engine().listener() != EngineListener.NONE
                || Recording.isPossible() && TransactionEvent.isWanted();
        return wanted ? new TransactionObservation(session) : null;
    }

    /** Its result leaves. */
    void end(String database, TransactResult result) {
        OperationError error = result.error();
        Version version = result.version();
        String tag = error == null ? null : error.error();
        int changes = version == null ? 0 : version.changes().size();
        engine.listener()
                .transactionFinished(
                        database, tag, changes, result.durable(), engine.clock().nanoTime() - arrived);
        if (event != null && event.shouldCommit()) {
            event.peer = peer;
            event.database = database;
            event.rowChanges = changes;
            event.durable = result.durable();
            event.error = tag;
            event.commit();
        }
    }
}
