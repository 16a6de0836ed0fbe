package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.monitor.MonitorKind;

/** Reads requests: on their session's loop, so that the lane only has to execute. */
final class Calls {
    private Calls() {}

    static Call read(LaneSession session, ServerRequest request) {
        return switch (request.method()) {
            case "transact" -> new TransactCall(session, request);
            case "monitor" -> new MonitorOpenCall(session, request, MonitorKind.MONITOR);
            case "monitor_cond" -> new MonitorOpenCall(session, request, MonitorKind.MONITOR_COND);
            case "monitor_cond_since" -> new MonitorOpenCall(session, request, MonitorKind.MONITOR_COND_SINCE);
            case "monitor_cond_change" -> new MonitorChangeCall(session, request);
            case "monitor_cancel" -> new MonitorCancelCall(session, request);
            case "lock" -> new LockCall(session, request, LockCall.Kind.LOCK);
            case "steal" -> new LockCall(session, request, LockCall.Kind.STEAL);
            case "unlock" -> new LockCall(session, request, LockCall.Kind.UNLOCK);
            case "echo" -> SimpleCalls.echo(session, request);
            case "list_dbs" -> SimpleCalls.listDbs(session, request);
            case "get_schema" -> SimpleCalls.getSchema(session, request);
            case "get_server_id" -> SimpleCalls.getServerId(session, request);
            case "set_db_change_aware" -> SimpleCalls.setDbChangeAware(session, request);
            case "convert" -> new ConvertCall(session, request);
            default -> SimpleCalls.unknown(session, request);
        };
    }
}
