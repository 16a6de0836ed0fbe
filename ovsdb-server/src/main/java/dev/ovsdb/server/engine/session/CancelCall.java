package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.ServerRequest;

/** The notification {@code cancel}: gives up on a blocked transaction. One that was executed is answered all the same. */
final class CancelCall extends Call {
    private final JsonValue params;

    CancelCall(LaneSession session, ServerRequest none, JsonBytes params) {
        super(session, none);
        this.params = params.toValue();
    }

    @Override
    void execute() {
        if (params instanceof JsonArray array && array.size() == 1) {
            TransactCall transaction = session.blocked().get(array.get(0));
            if (transaction != null) {
                transaction.forget();
                transaction.cancel();
            }
        }
    }
}
