package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.ServedDatabase;

/** Hears in the lane what becomes of databases, and tells it to those who want to know. */
public interface Announcements {
    /** Another schema, or another state of its storage; or it is new. */
    void changed(ServedDatabase database);

    void removed(ServedDatabase database);
}
