package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.VirtualRows;
import org.jspecify.annotations.Nullable;

/** This process changes rows of a virtual table. */
final class ChangeCall extends Call {
    private final ServedDatabase database;
    private final VirtualRows rows;

    ChangeCall(LaneSession session, ServerRequest request, ServedDatabase database, VirtualRows rows) {
        super(session, request);
        this.database = database;
        this.rows = rows;
    }

    @Override
    ServedDatabase database() {
        return database;
    }

    @Override
    void execute() {
        if (database.isRemoved()) {
            refuse(Errors.CANCELED);
            return;
        }
        OperationError error = rows.change(database, () -> answer(database, DONE));
        if (error != null) {
            refuse(Errors.of(error));
        }
    }

    /** It is executed again even where storage failed: its rows are not stored, and only stood behind others that are. */
    @Override
    void fellBack(Slot slot, @Nullable OperationError error) {
        session.executeAgain(slot, this);
    }
}
