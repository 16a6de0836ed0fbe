package dev.ovsdb.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What typed sessions answer, alone and composed. */
class HandlersTest {
    private static final String PLACE = "ptcp:6640";

    private final ManualLoops loops = new ManualLoops();
    private final List<String> heard = new ArrayList<>();
    private final List<CompletableFuture<TransactionOutcome>> promises = new ArrayList<>();
    private ScriptedPeer peer;
    private int nextId;

    private final class Part implements Handler {
        private final DatabaseSchema schema;
        private final boolean hasLocks;

        Part(String database, boolean hasLocks) {
            schema = DatabaseSchema.parse(
                    "{\"name\":\"" + database + "\",\"tables\":{\"t\":{\"columns\":{\"n\":{\"type\":\"integer\"}}}}}");
            this.hasLocks = hasLocks;
        }

        @Override
        public List<DatabaseSchema> schemas() {
            return List.of(schema);
        }

        @Override
        public HandlerSession connect(ServerConnection connection) {
            return new HandlerSession() {
                @Override
                public Reply<TransactionOutcome> transact(String database, List<Operation> operations) {
                    heard.add(schema.name() + " transact " + operations.size());
                    CompletableFuture<TransactionOutcome> promise = new CompletableFuture<>();
                    promises.add(promise);
                    return Reply.later(promise);
                }

                @Override
                public void cancel(JsonValue requestId) {
                    heard.add(schema.name() + " cancel " + requestId);
                }

                @Override
                public Reply<TableUpdates> monitor(MonitorCall call) {
                    heard.add(schema.name() + " monitor " + call.id());
                    return Reply.of(TableUpdates.EMPTY);
                }

                @Override
                public Reply<Void> monitorCancel(JsonValue id) {
                    heard.add(schema.name() + " monitor_cancel " + id);
                    return Reply.done();
                }

                @Override
                public Reply<Boolean> lock(String name) {
                    return hasLocks ? Reply.of(true) : Reply.unhandled();
                }

                @Override
                public Reply<Void> setDbChangeAware(boolean aware) {
                    heard.add(schema.name() + " aware " + aware);
                    return Reply.done();
                }
            };
        }
    }

    private void serve(Handler handler) {
        OvsdbServer.builder().handler(handler).connector(loops).listen(PLACE).start();
        loops.loop.run();
        peer = loops.connectTo(PLACE);
    }

    private String ask(String method, String params) {
        int before = peer.wire().length();
        peer.request(String.valueOf(nextId++), method, params);
        loops.loop.run();
        return peer.wire().substring(before).replaceFirst("^\\{\"id\":\\d+,", "{");
    }

    @Nested
    class ATypedSession {
        @BeforeEach
        void serveOne() {
            serve(new Part("A", false));
        }

        @Test
        void answersFromDeclaredSchemas() {
            assertThat(ask("list_dbs", "[]")).contains("\"result\":[\"A\"]");
            assertThat(ask("get_schema", "['A']")).contains("\"result\":{\"name\":\"A\"");
        }

        @Test
        void refusesAsTheReferenceDoes() {
            assertThat(ask("get_schema", "['x']"))
                    .isEqualTo(
                            "{\"error\":{\"syntax\":\"[\\\"x\\\"]\",\"details\":\"get_schema request specifies unknown"
                                    + " database x\",\"error\":\"unknown database\"}}");
            assertThat(ask("transact", "[1]"))
                    .isEqualTo("{\"error\":{\"syntax\":\"[1]\",\"details\":\"transact request params must begin with"
                            + " <db-name>\",\"error\":\"syntax error\"}}");
            assertThat(ask("lock", "['a b']"))
                    .isEqualTo(
                            "{\"error\":{\"syntax\":\"[\\\"a b\\\"]\",\"details\":\"lock request params must be <id>\","
                                    + "\"error\":\"syntax error\"}}");
            assertThat(ask("set_db_change_aware", "[1]")).contains("true or false parameter expected");
            assertThat(ask("monitor_cancel", "[]")).isEqualTo("{\"error\":\"invalid parameters\"}");
            assertThat(ask("monitor_cond", "['A',1]")).contains("\"details\":\"invalid parameters\"");
        }

        @Test
        void doesNotKnowWhatItLeavesOut() {
            assertThat(ask("lock", "['a']")).isEqualTo("{\"error\":\"unknown method\"}");
            assertThat(ask("monitor_cond", "['A',1,{}]")).isEqualTo("{\"error\":\"unknown method\"}");
            assertThat(ask("frobnicate", "[]")).isEqualTo("{\"error\":\"unknown method\"}");
        }

        @Test
        void refusesARequestIdThatWaits() {
            peer.request("'x'", "transact", "['A']");
            peer.request("'x'", "transact", "['A']");
            loops.loop.run();
            assertThat(peer.wire()).contains("transact: duplicate request ID");
        }

        @Test
        void tellsOfACancellationOnlyWhoIsAware() {
            peer.request("'x'", "transact", "['A']");
            peer.send("{'id':null,'method':'cancel','params':['x']}");
            loops.loop.run();
            assertThat(peer.wire()).isEmpty();
            ask("set_db_change_aware", "[true]");
            peer.request("'y'", "transact", "['A']");
            peer.send("{'id':null,'method':'cancel','params':['y']}");
            loops.loop.run();
            assertThat(peer.wire()).endsWith("{\"id\":\"y\",\"error\":\"canceled\"}");
        }

        @Test
        void repliesAsResultsComplete() {
            peer.request("1", "transact", "['A']");
            peer.request("2", "transact", "['A']");
            loops.loop.run();
            TransactionOutcome empty = TransactionOutcome.of(List.of(), List.of(), null);
            promises.get(1).complete(empty);
            promises.get(0).complete(empty);
            loops.loop.run();
            assertThat(peer.wire())
                    .isEqualTo("{\"id\":2,\"result\":[],\"error\":null}{\"id\":1,\"result\":[],\"error\":null}");
        }
    }

    @Nested
    class AComposition {
        @BeforeEach
        void serveTwo() {
            serve(Handlers.compose(new Part("A", false), new Part("B", true)));
        }

        @Test
        void listsTheDatabasesOfAll() {
            assertThat(ask("list_dbs", "[]")).contains("[\"A\",\"B\"]");
            assertThat(ask("get_schema", "['B']")).contains("\"name\":\"B\"");
            assertThat(ask("get_schema", "['C']")).contains("unknown database C");
        }

        @Test
        void sendsEachRequestWhereItBelongs() {
            ask("transact", "['B']");
            ask("monitor", "['A',1,{}]");
            ask("monitor_cancel", "[1]");
            assertThat(heard).containsExactly("B transact 0", "A monitor 1", "A monitor_cancel 1");
        }

        @Test
        void keepsMonitorIdsForAll() {
            ask("monitor", "['A',1,{}]");
            assertThat(ask("monitor", "['B',1,{}]")).contains("duplicate monitor ID");
            ask("monitor_cancel", "[1]");
            assertThat(ask("monitor_cancel", "[1]")).isEqualTo("{\"error\":\"unknown monitor\"}");
            assertThat(ask("monitor", "['B',1,{}]")).contains("\"result\":{}");
        }

        @Test
        void keepsRequestIdsForAll() {
            peer.request("'x'", "transact", "['A']");
            peer.request("'x'", "transact", "['B']");
            peer.send("{'id':null,'method':'cancel','params':['x']}");
            loops.loop.run();
            assertThat(peer.wire()).contains("transact: duplicate request ID");
            assertThat(heard).containsExactly("A transact 0", "A cancel \"x\"");
        }

        @Test
        void tellsAllOfChangeAwareness() {
            assertThat(ask("set_db_change_aware", "[true]")).contains("\"result\":{}");
            assertThat(heard).containsExactly("A aware true", "B aware true");
        }

        @Test
        void asksWhoKnowsTheMethod() {
            assertThat(ask("lock", "['a']")).contains("\"locked\":true");
            assertThat(ask("frobnicate", "[]")).isEqualTo("{\"error\":\"unknown method\"}");
        }
    }
}
