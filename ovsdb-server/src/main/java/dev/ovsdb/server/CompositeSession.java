package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.rpc.Cancel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One peer's session with each part of a composition; sends each request where it belongs. */
final class CompositeSession implements HandlerSession {
    private final CompositeHandler handler;
    private final SessionClaims claims = new SessionClaims();
    private List<HandlerSession> parts = List.of();

    CompositeSession(CompositeHandler handler) {
        this.handler = handler;
    }

    void begin(List<HandlerSession> sessions) {
        parts = List.copyOf(sessions);
    }

    SessionClaims claims() {
        return claims;
    }

    @Override
    public void request(ServerRequest request) {
        switch (request.method()) {
            case "list_dbs", "echo" -> TypedCalls.dispatch(this, request);
            case "transact", "convert" -> transaction(request);
            case "get_schema" -> toDatabase(request, part -> parts.get(part).request(request));
            case "monitor", "monitor_cond", "monitor_cond_since" -> monitor(request);
            case "monitor_cond_change" -> monitorChange(request);
            case "monitor_cancel" -> monitorCancel(request);
            case "set_db_change_aware" -> changeAware(request);
            default -> toWhoKnows(request, 0);
        }
    }

    // ---- What names a database.

    private interface Route {
        void to(int part);
    }

    private void toDatabase(ServerRequest request, Route route) {
        CallParams params = CallParams.of(request);
        String database = params.database();
        int part = handler.partOf(database);
        if (part < 0) {
            request.replyError(ErrorObjects.unknownDatabase(request.method(), params.all(), database));
        } else {
            route.to(part);
        }
    }

    private void transaction(ServerRequest request) {
        toDatabase(request, part -> {
            if (!claims.claimTransaction(request.id(), part)) {
                throw CallParams.of(request).wrong(request.method() + ": duplicate request ID");
            }
            parts.get(part).request(new RoutedRequest(request) {
                @Override
                void succeeded() {
                    claims.releaseTransaction(id());
                }

                @Override
                void failed() {
                    claims.releaseTransaction(id());
                }
            });
        });
    }

    @Override
    public void notification(String method, JsonBytes params) {
        if (!method.equals(Cancel.METHOD)) {
            parts.forEach(part -> part.notification(method, params));
            return;
        }
        Optional<JsonValue> id = CallParams.canceled(params.toValue());
        Integer part = id.map(claims::transaction).orElse(null);
        if (part != null) {
            parts.get(part).notification(method, params);
        }
    }

    // ---- Monitors.

    private void monitor(ServerRequest request) {
        toDatabase(request, part -> {
            JsonArray params = CallParams.of(request).all();
            if (params.size() < 2) {
                parts.get(part).request(request); // It words the error.
                return;
            }
            JsonValue id = params.get(1);
            if (!claims.claimMonitor(id, part)) {
                throw ErrorObjects.syntaxError(id, "duplicate monitor ID");
            }
            parts.get(part).request(new RoutedRequest(request) {
                @Override
                void failed() {
                    claims.releaseMonitor(id);
                }
            });
        });
    }

    private void monitorChange(ServerRequest request) {
        CallParams params = CallParams.of(request).exactly(3);
        JsonValue oldId = params.get(0);
        JsonValue newId = params.get(1);
        Integer part = claims.monitor(oldId);
        if (part == null) {
            throw ErrorObjects.syntaxError(oldId, "unknown monitor session");
        }
        boolean renames = !newId.equals(oldId);
        if (renames && !claims.claimMonitor(newId, part)) {
            throw ErrorObjects.syntaxError(newId, "duplicate monitor ID");
        }
        parts.get(part).request(new RoutedRequest(request) {
            @Override
            void succeeded() {
                if (renames) claims.releaseMonitor(oldId);
            }

            @Override
            void failed() {
                if (renames) claims.releaseMonitor(newId);
            }
        });
    }

    private void monitorCancel(ServerRequest request) {
        JsonValue id = CallParams.of(request).monitorToCancel();
        Integer part = claims.monitor(id);
        if (part == null) {
            throw new RpcErrorException("unknown monitor");
        }
        parts.get(part).request(new RoutedRequest(request) {
            @Override
            void succeeded() {
                claims.releaseMonitor(id);
            }
        });
    }

    // ---- What belongs to the session.

    private void changeAware(ServerRequest request) {
        CallParams.of(request).flag();
        for (HandlerSession part : parts) {
            part.request(new UnansweredRequest(request));
        }
        request.reply(Encoding.done(null));
    }

    /** Asks one part after the other, as long as they do not know the method. */
    private void toWhoKnows(ServerRequest request, int index) {
        boolean last = index == parts.size() - 1;
        parts.get(index)
                .request(
                        last
                                ? request
                                : new RoutedRequest(request) {
                                    @Override
                                    public void replyError(JsonValue error) {
                                        if (error instanceof JsonString text && text.equals(Replying.UNKNOWN_METHOD)) {
                                            toWhoKnows(real, index + 1);
                                        } else {
                                            super.replyError(error);
                                        }
                                    }
                                });
    }

    @Override
    public SessionLocks locks() {
        return parts.stream()
                .map(HandlerSession::locks)
                .filter(locks -> !locks.equals(SessionLocks.NONE))
                .findFirst()
                .orElse(SessionLocks.NONE);
    }

    @Override
    public void readComplete() {
        parts.forEach(HandlerSession::readComplete);
    }

    @Override
    public void writable() {
        parts.forEach(HandlerSession::writable);
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        parts.forEach(part -> part.closed(cause));
    }
}
