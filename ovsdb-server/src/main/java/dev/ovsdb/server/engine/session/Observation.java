package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.metrics.EngineListener;
import org.jspecify.annotations.Nullable;

/** Measures one call in the lane. Where nobody wants to know there is none. */
final class Observation {
    private final Call call;
    private final EngineListener listener;
    private final @Nullable RequestEvent event = Recording.isPossible() ? RequestEvent.start() : null;
    private final @Nullable ServedDatabase database;
    private final long begun;

    private Observation(Call call) {
        this.call = call;
        this.listener = call.session.engine().listener();
        this.database = call.database();
        this.begun = now();
    }

    static @Nullable Observation begin(Call call) {
        boolean wanted = call.session.engine().listener() != EngineListener.NONE
                || Recording.isPossible() && RequestEvent.isWanted();
        return wanted ? new Observation(call) : null;
    }

    void end() {
        String name = database == null ? null : database.name();
        String error = call.errorTag();
        listener.requestExecuted(call.request.method(), name, error, now() - begun);
        if (event != null && event.shouldCommit()) {
            event.peer = call.session.client().address();
            event.method = call.request.method();
            event.database = name;
            event.error = error;
            event.commit();
        }
    }

    private long now() {
        return call.session.engine().clock().nanoTime();
    }
}
