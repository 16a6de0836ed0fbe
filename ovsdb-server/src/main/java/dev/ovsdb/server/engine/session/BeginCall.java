package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.ServerRequest;

/** The beginning of a session: from here on the lane knows it. */
final class BeginCall extends Call {
    BeginCall(LaneSession session, ServerRequest none) {
        super(session, none);
    }

    @Override
    void execute() {
        session.engine().sessions().add(session);
    }
}
