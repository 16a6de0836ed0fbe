package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.monitor.ChangeCall;
import dev.ovsdb.server.engine.monitor.MonitorHub;
import org.jspecify.annotations.Nullable;

/** {@code monitor_cond_change}. The update that it causes is pulled before its reply leaves, under the new id (E23). */
final class MonitorChangeCall extends Call {
    private final ChangeCall call;

    MonitorChangeCall(LaneSession session, ServerRequest request) {
        super(session, request);
        this.call = ChangeCall.read(request.params(), session.monitors()::glance);
    }

    @Override
    @Nullable
    ServedDatabase database() {
        SessionMonitor monitor = session.monitors().find(call.oldId());
        return monitor == null ? null : monitor.database();
    }

    @Override
    void execute() {
        SessionMonitor monitor = session.monitors().find(call.oldId());
        boolean taken = session.monitors().has(call.newId());
        JsonValue refusal = call.refusal(monitor == null ? null : monitor.monitor(), taken);
        if (refusal != null || monitor == null) {
            refuse(refusal == null ? Errors.UNKNOWN_MONITOR : refusal);
        } else {
            change(monitor);
        }
    }

    private void change(SessionMonitor monitor) {
        monitor.instance().hub().change(monitor.monitor(), call);
        session.monitors().rename(call.oldId(), call.newId());
        answer(monitor.database(), MonitorHub.EMPTY_RESULT);
    }

    /** The hub has taken the change back already. */
    @Override
    void fellBack(Slot slot, @Nullable OperationError error) {
        session.monitors().rename(call.newId(), call.oldId());
        session.executeAgain(slot, this);
    }
}
