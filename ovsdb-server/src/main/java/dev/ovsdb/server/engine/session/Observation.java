package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.metrics.EngineListener;
import org.jspecify.annotations.Nullable;

/** Measures one call in the lane. Where nobody wants to know there is none. */
final class Observation {
    private final Call call;
    private final EngineListener listener;
    private final RequestEvent event;
    private final @Nullable ServedDatabase database;
    private final long begun;

    private Observation(Call call, RequestEvent event) {
        this.call = call;
        this.listener = call.session.engine().listener();
        this.event = event;
        this.database = call.database();
        this.begun = now();
        event.begin();
    }

    static @Nullable Observation begin(Call call) {
        var event = new RequestEvent();
        boolean wanted = event.isEnabled() || call.session.engine().listener() != EngineListener.NONE;
        return wanted ? new Observation(call, event) : null;
    }

    void end() {
        String name = database == null ? null : database.name();
        String error = call.errorTag();
        listener.requestExecuted(call.request.method(), name, error, now() - begun);
        if (event.shouldCommit()) {
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
