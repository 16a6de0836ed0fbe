package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;

/** A database is to be served no more. */
final class Removal extends Call {
    private final ServedDatabase database;
    private final String reason;

    /** @param reason what sessions are disconnected with that do not know of databases that go */
    Removal(LaneSession session, ServerRequest request, ServedDatabase database, String reason) {
        super(session, request);
        this.database = database;
        this.reason = reason;
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
        EngineParts engine = session.engine();
        engine.databases().remove(database);
        engine.sessions().all().forEach(one -> one.monitors().cancel(database));
        database.blocked().cancelAll();
        database.remove();
        engine.sessions().disconnectUnaware(reason);
        engine.announcements().removed(database);
        answer(DONE);
    }
}
