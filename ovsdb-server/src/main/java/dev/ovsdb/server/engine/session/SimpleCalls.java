package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import java.util.List;

/** Calls that only look something up, or note something. */
final class SimpleCalls {
    private SimpleCalls() {}

    /** In its turn, which is the only reason why it comes here. */
    static Call echo(LaneSession session, ServerRequest request) {
        return new Simple(session, request, call -> call.answer(request.params()));
    }

    static Call listDbs(LaneSession session, ServerRequest request) {
        return new Simple(session, request, call -> {
            List<JsonValue> names = session.engine().databases().all().stream()
                    .map(database -> (JsonValue) JsonValue.of(database.name()))
                    .toList();
            call.answer(JsonBytes.of(JsonValue.array(names)));
        });
    }

    static Call getSchema(LaneSession session, ServerRequest request) {
        DatabaseName name = DatabaseName.of(request);
        return new Simple(session, request, call -> {
            ServedDatabase database = name.find(session, call);
            if (database != null) {
                call.answer(database.instance().schemaText());
            }
        });
    }

    static Call getServerId(LaneSession session, ServerRequest request) {
        JsonBytes id = JsonBytes.of(JsonValue.of(session.engine().serverId().toString()));
        return new Simple(session, request, call -> call.answer(id));
    }

    static Call setDbChangeAware(LaneSession session, ServerRequest request) {
        JsonValue params = request.params().toValue();
        return new Simple(session, request, call -> {
            if (params instanceof JsonArray array && array.size() == 1 && array.get(0) instanceof JsonBoolean aware) {
                session.setChangeAware(aware.value());
                call.answer(Call.DONE);
            } else {
                String details = "set_db_change_aware: true or false parameter expected";
                call.refuse(Errors.syntax(request.params(), details));
            }
        });
    }

    static Call unknown(LaneSession session, ServerRequest request) {
        return new Simple(session, request, call -> call.refuse(Errors.UNKNOWN_METHOD));
    }

    private interface Action {
        void execute(Call call);
    }

    private static final class Simple extends Call {
        private final Action action;

        Simple(LaneSession session, ServerRequest request, Action action) {
            super(session, request);
            this.action = action;
        }

        @Override
        void execute() {
            action.execute(this);
        }
    }
}
