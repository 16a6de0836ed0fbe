package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.lane.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a session reads, and puts it into the lane: one batch at a time. Thread-safe. */
final class Intake {
    private final Lane lane;
    private final LaneSession session;
    private List<Call> collected = new ArrayList<>(); // Guarded by this.
    private boolean underWay; // Guarded by this: a batch is in the lane.

    Intake(Lane lane, LaneSession session) {
        this.lane = lane;
        this.session = session;
    }

    synchronized void add(Call call) {
        collected.add(call);
    }

    /** Puts what was collected into the lane, unless a batch is there. Perhaps it has been executed when this returns. */
    void flush() {
        SessionBatch batch = nextBatch();
        if (batch != null) {
            lane.put(batch);
        }
    }

    private synchronized @Nullable SessionBatch nextBatch() {
        if (underWay || collected.isEmpty()) {
            return null;
        }
        underWay = true;
        var batch = new SessionBatch(session, collected);
        collected = new ArrayList<>();
        return batch;
    }

    /** The batch in the lane was executed. */
    synchronized void executed() {
        underWay = false;
    }

    /** Whether nothing more is to be read just now. */
    synchronized boolean isUnderWay() {
        return underWay;
    }
}
