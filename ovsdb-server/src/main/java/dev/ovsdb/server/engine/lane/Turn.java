package dev.ovsdb.server.engine.lane;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a turn of the lane leaves to be done at its end: databases to store and publish, messages to hand out. Confined to the
 * lane.
 */
public final class Turn implements TurnEnd {
    private final Deliveries deliveries;
    private final Set<Stored> changed = new LinkedHashSet<>();
    private final Set<Output> outputs = new LinkedHashSet<>();
    private final Set<Outlet> awake = new LinkedHashSet<>();

    public Turn(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Something is to be stored. */
    public void changed(Stored database) {
        changed.add(database);
    }

    /** Messages wait to be released; asked at the end of each turn until all are. */
    public void waits(Output output) {
        outputs.add(output);
    }

    /** Something is to be delivered. */
    public void wake(Outlet outlet) {
        if (outlet.becomesDue()) {
            awake.add(outlet);
        }
    }

    @Override
    public Runnable endTurn() {
        store();
        outputs.removeIf(Output::release);
        Runnable own = deliveries.handOut(awake);
        awake.clear();
        return own;
    }

    /** What storage refuses may be executed again, and is to be stored then. */
    private void store() {
        while (!changed.isEmpty()) {
            Iterator<Stored> first = changed.iterator();
            Stored next = first.next();
            first.remove();
            next.store();
        }
    }
}
