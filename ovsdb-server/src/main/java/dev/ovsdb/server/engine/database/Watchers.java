package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.lane.Outlet;
import dev.ovsdb.server.engine.lane.Turn;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has monitors on a database, and is woken when something was published. */
public final class Watchers {
    private final Map<Outlet, Integer> monitors = new LinkedHashMap<>();
    private int count;

    /** One more monitor of this session. */
    public void add(Outlet session) {
        monitors.merge(session, 1, Integer::sum);
        count++;
    }

    /** One monitor of this session less. */
    public void remove(Outlet session) {
        monitors.computeIfPresent(session, (any, had) -> had == 1 ? null : had - 1);
        count--;
    }

    /** How many monitors there are. */
    public int count() {
        return count;
    }

    void wake(Turn turn) {
        monitors.keySet().forEach(turn::wake);
    }
}
