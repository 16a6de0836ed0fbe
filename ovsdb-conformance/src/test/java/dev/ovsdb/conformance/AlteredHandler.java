package dev.ovsdb.conformance;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.Handler;
import dev.ovsdb.server.HandlerSession;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A right handler with a fault planted between it and the peer. */
final class AlteredHandler implements Handler {
    private final Handler right;
    private final Fault fault;

    AlteredHandler(Handler right, Fault fault) {
        this.right = right;
        this.fault = fault;
    }

    @Override
    public HandlerSession connect(ServerConnection connection) {
        Way way = new Way(connection);
        HandlerSession session = right.connect(proxy(ServerConnection.class, connection, way));
        return proxy(HandlerSession.class, session, new Requests(session, way));
    }

    @Override
    public List<DatabaseSchema> schemas() {
        return right.schemas();
    }

    @Override
    public void started(OvsdbServer server) {
        right.started(server);
    }

    @Override
    public void close() {
        right.close();
    }

    /** What may stand in front of a method of the right one. */
    private interface Before {
        /** Whether the call was dealt with. */
        boolean intercepts(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, T target, Before before) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        before.intercepts(method.getName(), arguments) ? null : call(target, method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Notifications on their way to the peer. */
    private final class Way implements Before {
        private final ServerConnection connection;
        private final List<Runnable> held = new ArrayList<>();
        private int unanswered;

        Way(ServerConnection connection) {
            this.connection = connection;
        }

        @Override
        public synchronized boolean intercepts(String method, Object[] arguments) {
            if (!method.equals("notify") || arguments == null || arguments.length != 2) return false;
            String name = (String) arguments[0];
            fault.notification(name, ((JsonBytes) arguments[1]).toValue()).ifPresent(params -> {
                if (unanswered > 0 && fault.notifiesBehindReplies()) held.add(() -> send(name, params));
                else send(name, params);
            });
            return true;
        }

        private void send(String name, JsonValue params) {
            connection.notify(name, JsonBytes.of(params));
        }

        synchronized void asked() {
            unanswered++;
        }

        synchronized void answered() {
            unanswered--;
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    /** Requests on their way to the right handler. */
    private final class Requests implements Before {
        private final HandlerSession session;
        private final Way way;

        Requests(HandlerSession session, Way way) {
            this.session = session;
            this.way = way;
        }

        @Override
        public boolean intercepts(String method, Object[] arguments) {
            if (!method.equals("request")) return false;
            ServerRequest request = (ServerRequest) arguments[0];
            if (!fault.answers(request)) {
                way.asked();
                session.request(new AlteredRequest(request, way));
            }
            return true;
        }
    }

    private final class AlteredRequest implements ServerRequest {
        private final ServerRequest request;
        private final Way way;

        AlteredRequest(ServerRequest request, Way way) {
            this.request = request;
            this.way = way;
        }

        @Override
        public ServerConnection connection() {
            return request.connection();
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public JsonValue id() {
            return request.id();
        }

        @Override
        public JsonBytes params() {
            return request.params();
        }

        @Override
        public void reply(JsonBytes result) {
            request.reply(altered(result));
            way.answered();
        }

        private JsonBytes altered(JsonBytes result) {
            try {
                return JsonBytes.of(fault.result(method(), params().toValue(), result.toValue()));
            } catch (MalformedMessageException e) {
                return result; // Parameters that are no UTF-8.
            }
        }

        @Override
        public void reply(BodySource result) {
            request.reply(result);
            way.answered();
        }

        @Override
        public void replyError(JsonValue error) {
            request.replyError(fault.error(method(), error));
            way.answered();
        }

        @Override
        public void drop() {
            request.drop();
            way.answered();
        }
    }
}
