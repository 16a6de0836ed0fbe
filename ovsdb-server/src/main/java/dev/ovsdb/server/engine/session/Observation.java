package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.metrics.EngineListener;
import org.jspecify.annotations.Nullable;

/** Measures one call in the lane. Where nobody wants to know there is none. */
final class Observation {
    private final Call call;
    private final EngineListener listener;
    private final RequestEvent event = new RequestEvent();
    private final @Nullable ServedDatabase database;
    private final long begun;

    private Observation(Call call) {
        this.call = call;
        this.listener = call.session.engine().listener();
        this.database = call.database();
        this.begun = now();
        event.begin();
    }

    /** Asks by an event that goes nowhere, which the compiler leaves out, so that nothing is made for nobody. */
    static @Nullable Observation begin(Call call) {
        boolean wanted = call.session.engine().listener() != EngineListener.NONE || new RequestEvent().isEnabled();
        return wanted ? new Observation(call) : null;
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
