package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.monitor.CancelCall;

/** {@code monitor_cancel}. */
final class MonitorCancelCall extends Call {
    private final CancelCall call;

    MonitorCancelCall(LaneSession session, ServerRequest request) {
        super(session, request);
        this.call = CancelCall.read(request.params());
    }

    @Override
    void execute() {
        JsonValue refusal = call.refusal(session.monitors().has(call.id()));
        SessionMonitor monitor = refusal == null ? session.monitors().remove(call.id()) : null;
        if (refusal != null || monitor == null) {
            refuse(refusal == null ? Errors.UNKNOWN_MONITOR : refusal);
            return;
        }
        session.answer(this, null, out -> {
            request.reply(DONE);
            session.stopPulling(monitor, out);
        });
    }
}
