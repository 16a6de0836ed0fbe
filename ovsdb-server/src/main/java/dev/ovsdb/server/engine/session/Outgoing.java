package dev.ovsdb.server.engine.session;

/** A message of the engine for a session: made in the lane, sent on the loop when its turn has come. */
@FunctionalInterface
interface Outgoing {
    void leave(SessionOutput out);
}
