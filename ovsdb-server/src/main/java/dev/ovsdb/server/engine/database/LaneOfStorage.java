package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.storage.StorageLane;
import java.util.concurrent.Executor;

/** The engine's lane as a storage may use it. */
record LaneOfStorage(Lane lane) implements StorageLane {
    @Override
    public void execute(Runnable action) {
        lane.execute(action);
    }

    @Override
    public void run(Executor loop, Runnable action) {
        lane.run(loop, action);
    }

    @Override
    public Executor loop() {
        return lane.host();
    }
}
