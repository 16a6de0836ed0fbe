package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.operation.InvalidOperationException;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.rpc.Cancel;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads the parameters of one request, calls the session's method of its name, and writes what that answers. */
final class TypedCalls {
    private final HandlerSession session;
    private final ServerRequest request;
    private final Handler handler;
    private final Promises promises;

    private TypedCalls(HandlerSession session, ServerRequest request) {
        this.session = session;
        this.request = request;
        this.handler = request.connection().server().handler();
        this.promises = promises(request.connection());
    }

    static void dispatch(HandlerSession session, ServerRequest request) {
        new TypedCalls(session, request).dispatch();
    }

    static void notification(HandlerSession session, String method, JsonBytes params) {
        if (method.equals(Cancel.METHOD)) {
            CallParams.canceled(params.toValue()).ifPresent(session::cancel);
        }
    }

    private static Promises promises(ServerConnection connection) {
        return connection instanceof PeerSession peer ? peer.promises() : new Promises();
    }

    private void dispatch() {
        try {
            call();
        } catch (RpcErrorException e) {
            request.replyError(e.error());
        }
    }

    private void call() {
        switch (request.method()) {
            case "echo" -> request.reply(request.params());
            case "list_dbs" -> answer(session.listDbs(), Encoding::names, this::listDeclared);
            case "get_schema" -> getSchema();
            case "transact" -> transact();
            case "monitor" ->
                answer(session.monitor(monitorCall(3)), updates -> Encoding.of(updates, UpdateNotation.V1));
            case "monitor_cond" ->
                answer(session.monitorCond(monitorCall(3)), updates -> Encoding.of(updates, UpdateNotation.V2));
            case "monitor_cond_since" -> monitorCondSince();
            case "monitor_cond_change" -> monitorCondChange();
            case "monitor_cancel" -> answer(session.monitorCancel(params().monitorToCancel()), Encoding::done);
            case "lock" -> answer(session.lock(params().lock()), Encoding::locked);
            case "steal" -> answer(session.steal(params().lock()), Encoding::locked);
            case "unlock" -> answer(session.unlock(params().lock()), Encoding::done);
            case "get_server_id" -> answer(session.getServerId(), Encoding::of);
            case "set_db_change_aware" -> setDbChangeAware();
            case "convert" -> convert();
            default -> answer(session.other(request.method(), request.params()), result -> result);
        }
    }

    private CallParams params() {
        return CallParams.of(request);
    }

    // ---- Answers.

    private <T> void answer(Reply<T> reply, Replying.Encoder<T> encoder) {
        answer(reply, encoder, () -> request.replyError(Replying.UNKNOWN_METHOD));
    }

    private <T> void answer(Reply<T> reply, Replying.Encoder<T> encoder, Runnable unhandled) {
        if (reply.isUnhandled()) {
            unhandled.run();
        } else {
            Replying.send(request, reply, encoder);
        }
    }

    // ---- Databases.

    private void listDeclared() {
        request.reply(Encoding.names(
                handler.schemas().stream().map(DatabaseSchema::name).toList()));
    }

    private void getSchema() {
        CallParams params = params();
        String database = params.database();
        answer(session.getSchema(database), Encoding::of, () -> {
            Optional<DatabaseSchema> declared = declared(database);
            if (declared.isPresent()) {
                request.reply(Encoding.of(declared.get()));
            } else {
                request.replyError(ErrorObjects.unknownDatabase("get_schema", params.all(), database));
            }
        });
    }

    private Optional<DatabaseSchema> declared(String database) {
        return handler.schemas().stream()
                .filter(schema -> schema.name().equals(database))
                .findFirst();
    }

    private void convert() {
        CallParams params = params();
        String database = params.database();
        JsonValue text = params.schema();
        DatabaseSchema schema;
        try {
            schema = DatabaseSchema.parse(text.toString());
        } catch (SchemaException e) {
            throw ErrorObjects.syntaxError(text, "Parsing database schema failed: " + e.getMessage());
        }
        answer(session.convert(database, schema), Encoding::done);
    }

    private void setDbChangeAware() {
        boolean aware = params().flag();
        Reply<Void> reply = session.setDbChangeAware(aware);
        if (!reply.isUnhandled()) {
            promises.aware(aware);
        }
        answer(reply, Encoding::done);
    }

    // ---- Transactions.

    private void transact() {
        Reply<JsonBytes> raw = session.transactRaw(request.params());
        if (raw.isUnhandled()) {
            transactTyped();
        } else {
            answerTransaction(raw, result -> result);
        }
    }

    private void transactTyped() {
        Transaction transaction;
        try {
            transaction = Transaction.read(
                    Encoding.reader(request.params()), name -> declared(name).orElse(null));
        } catch (InvalidOperationException e) {
            params().database();
            request.reply(Encoding.failedOperation(e));
            return;
        } catch (RuntimeException e) { // The text is JSON, so it is what stands in the place of the database's name.
            params().database();
            throw e;
        }
        answerTransaction(session.transact(transaction.database(), transaction.operations()), Encoding::of);
    }

    private <T> void answerTransaction(Reply<T> reply, Replying.Encoder<T> encoder) {
        CompletableFuture<T> promise = reply.promise();
        if (promise == null) {
            answer(reply, encoder);
            return;
        }
        if (promises.isPending(request.id())) {
            promise.cancel(false);
            throw params().wrong("transact: duplicate request ID");
        }
        promises.add(request.id(), promise);
        Replying.sendUnlessCanceled(request, promise, encoder, promises::isAware);
    }

    // ---- Monitors.

    private MonitorCall monitorCall(int count) {
        CallParams params = params();
        String database = params.database();
        params.exactly(count);
        DatabaseSchema schema = declared(database).orElse(null);
        return new MonitorCall(
                database, params.get(1), params.reading(2, reader -> MonitorRequests.read(reader, schema)));
    }

    private void monitorCondSince() {
        MonitorCall call = monitorCall(4);
        answer(session.monitorCondSince(call, params().lastTransactionId()), Encoding::of);
    }

    private void monitorCondChange() {
        CallParams params = params().exactly(3);
        MonitorConditions conditions = params.reading(2, reader -> MonitorConditions.read(reader, null));
        answer(session.monitorCondChange(params.get(0), params.get(1), conditions), Encoding::done);
    }
}
