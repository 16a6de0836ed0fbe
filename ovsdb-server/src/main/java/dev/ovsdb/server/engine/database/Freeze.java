package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.lane.Batch;
import dev.ovsdb.server.engine.lane.Lane;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds back what concerns a database that is being converted: batches whose next message does are parked, and put into the
 * lane again, in order, when it is over. Other databases go on.
 */
final class Freeze {
    private final Deque<Batch> parked = new ArrayDeque<>();
    private boolean frozen;

    boolean isFrozen() {
        return frozen;
    }

    void begin() {
        frozen = true;
    }

    void park(Batch batch) {
        parked.addLast(batch);
    }

    void end(Lane lane) {
        frozen = false;
        while (!parked.isEmpty()) {
            lane.putLater(parked.removeFirst());
        }
    }
}
