package dev.ovsdb.server.engine.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sessions that the lane knows, in the order in which they came. Confined to the lane. */
public final class Sessions {
    private final Set<LaneSession> all = new LinkedHashSet<>();

    void add(LaneSession session) {
        all.add(session);
        session.engine().listener().sessions(all.size());
    }

    void remove(LaneSession session) {
        all.remove(session);
        session.engine().listener().sessions(all.size());
    }

    /** Those that are here now; they may end while one goes through them. */
    List<LaneSession> all() {
        return List.copyOf(all);
    }

    /** Disconnects every session that does not know of changes of databases. */
    public void disconnectUnaware(String reason) {
        for (LaneSession session : all()) {
            if (!session.isChangeAware()) {
                session.disconnect(reason);
            }
        }
    }
}
