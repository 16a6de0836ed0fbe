package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.ServerRequest;

/** The end of a session, behind everything that was read of it before. */
final class EndCall extends Call {
    EndCall(LaneSession session, ServerRequest none) {
        super(session, none);
    }

    @Override
    void execute() {
        session.end();
    }
}
