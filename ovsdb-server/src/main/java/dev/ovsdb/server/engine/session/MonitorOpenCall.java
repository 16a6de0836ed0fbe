package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.DatabaseInstance;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.monitor.MonitorKind;
import dev.ovsdb.server.engine.monitor.OpenCall;
import dev.ovsdb.server.engine.monitor.OpenedMonitor;
import org.jspecify.annotations.Nullable;

/** {@code monitor}, {@code monitor_cond} and {@code monitor_cond_since}. */
final class MonitorOpenCall extends Call {
    private OpenCall call;
    private @Nullable OpenedMonitor opened;

    MonitorOpenCall(LaneSession session, ServerRequest request, MonitorKind kind) {
        super(session, request);
        this.call = OpenCall.read(kind, request.params(), session.engine().databases()::schema);
    }

    @Override
    @Nullable
    ServedDatabase database() {
        String name = call.database();
        return name == null ? null : session.engine().databases().find(name);
    }

    @Override
    void execute() {
        ServedDatabase database = database();
        if (database == null) {
            refuse(DatabaseName.of(request).refusal());
            return;
        }
        if (call.schema() != database.schema()) {
            call = call.readAgain(database.schema());
        }
        JsonValue refusal = call.refusal(session.monitors().has(call.id()));
        int limit = session.engine().limits().monitorsPerSession();
        if (refusal != null) {
            refuse(refusal);
        } else if (session.monitors().count() >= limit) {
            refuse(Errors.exhausted("a session may have " + limit + " monitors (monitorsPerSession)"));
        } else {
            open(database);
        }
    }

    private void open(ServedDatabase database) {
        DatabaseInstance instance = database.instance();
        OpenedMonitor result = instance.hub().open(call);
        opened = result;
        database.pins().adopt(instance.store(), session);
        var event = Recording.isPossible() ? MonitorEvent.start(session.client().address()) : null;
        var monitor = new SessionMonitor(database, instance, result.monitor(), event);
        session.monitors().add(call.id(), monitor);
        session.answer(this, database, out -> {
            out.reply(request, ObservedContents.of(result.reply(), this, database.name()));
            out.add(monitor);
        });
    }

    /** The monitor began at a version that never was, and the hub has closed it: it begins again. */
    @Override
    void fellBack(Slot slot, @Nullable OperationError error) {
        OpenedMonitor fallen = opened;
        if (fallen != null) {
            session.monitors().remove(call.id());
            fallen.reply().close();
            opened = null;
        }
        session.executeAgain(slot, this);
    }
}
