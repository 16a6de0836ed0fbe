package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.lane.Batch;
import java.util.List;
import java.util.concurrent.Executor;

/** What a session read in one go. */
final class SessionBatch implements Batch {
    private final LaneSession session;
    private final List<Call> calls;
    private int next;

    /** @param calls at least one */
    SessionBatch(LaneSession session, List<Call> calls) {
        this.session = session;
        this.calls = calls;
    }

    @Override
    public Executor loop() {
        return session.outlet().loop();
    }

    @Override
    public Step step() {
        Call call = calls.get(next);
        ServedDatabase frozen = session.waitsFor(call.database());
        if (frozen != null) {
            return frozen.park(this);
        }
        if (next++ == 0) {
            session.batchBegins();
        }
        try {
            if (session.isOpen() || call instanceof EndCall) {
                execute(call);
            }
        } finally {
            if (next == calls.size()) {
                session.outlet().batchExecuted();
                session.engine().turn().wake(session.outlet());
            }
        }
        return next < calls.size() ? Step.MORE : Step.DONE;
    }

    private void execute(Call call) {
        Observation observation = Observation.begin(call);
        try {
            call.execute();
        } catch (RuntimeException | StackOverflowError e) {
            Faults.internalError(call, e);
        } finally {
            if (observation != null) {
                observation.end();
            }
        }
    }
}
