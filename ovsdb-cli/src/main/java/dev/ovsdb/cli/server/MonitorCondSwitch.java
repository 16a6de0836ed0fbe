package dev.ovsdb.cli.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.Handler;
import dev.ovsdb.server.HandlerSession;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands in front of the engine and can make it behave as a server that knows only {@code monitor}. Thread-safe. */
final class MonitorCondSwitch implements Handler {
    private final Handler engine;
    private volatile boolean off;

    MonitorCondSwitch(Handler engine) {
        this.engine = engine;
    }

    /** From now on {@code monitor_cond} and its kin are unknown methods. */
    void switchOff() {
        off = true;
    }

    @Override
    public HandlerSession connect(ServerConnection connection) {
        return new Session(engine.connect(connection));
    }

    @Override
    public List<DatabaseSchema> schemas() {
        return engine.schemas();
    }

    @Override
    public void started(OvsdbServer server) {
        engine.started(server);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The engine's session, behind the switch: it takes requests as they come, so nothing else reaches it. */
    private final class Session implements HandlerSession {
        private final HandlerSession session;

        Session(HandlerSession session) {
            this.session = session;
        }

        @Override
        public void request(ServerRequest request) {
            if (off && request.method().startsWith("monitor_cond")) {
                request.replyError(JsonValue.of("unknown method"));
            } else {
                session.request(request);
            }
        }

        @Override
        public void notification(String method, JsonBytes params) {
            session.notification(method, params);
        }

        @Override
        public void readComplete() {
            session.readComplete();
        }

        @Override
        public void writable() {
            session.writable();
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            session.closed(cause);
        }
    }
}
