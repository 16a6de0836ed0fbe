package dev.ovsdb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OvsdbServerTest {
    private static final String PLACE = "ptcp:6640";

    private final ManualLoops loops = new ManualLoops();
    private final List<String> heard = new ArrayList<>();
    private final List<ServerRequest> requests = new ArrayList<>();
    private final List<ServerConnection> connections = new ArrayList<>();

    private Runnable onConnect = () -> {};
    private final Handler handler = new Handler() {
        @Override
        public void started(OvsdbServer server) {
            heard.add("started");
        }

        @Override
        public HandlerSession connect(ServerConnection connection) {
            connections.add(connection);
            onConnect.run();
            return new HandlerSession() {
                @Override
                public void request(ServerRequest request) {
                    requests.add(request);
                    if (request.method().equals("boom")) {
                        throw new IllegalStateException("boom");
                    }
                    if (request.method().equals("refuse")) {
                        throw new RpcErrorException("no");
                    }
                }

                @Override
                public void readComplete() {
                    heard.add("read complete after " + requests.size());
                }

                @Override
                public void closed(@Nullable Throwable cause) {
                    heard.add("closed " + connection.number());
                }
            };
        }

        @Override
        public void close() {
            heard.add("handler closed");
        }
    };

    private OvsdbServerBuilder builder() {
        return OvsdbServer.builder().handler(handler).connector(loops);
    }

    private OvsdbServer start(OvsdbServerBuilder builder) {
        CompletableFuture<OvsdbServer> started = builder.start();
        loops.loop.run();
        assertThat(started).isCompleted();
        return started.join();
    }

    private void awaitClosed(CompletableFuture<Void> closed) {
        loops.loop.run();
        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    }

    @Nested
    class ARequest {
        @Test
        void comesToTheSessionAndIsAnswered() {
            start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.request("1", "get", "['x']");
            loops.loop.run();
            requests.get(0).reply(Json.bytes("['y']"));
            loops.loop.run();
            assertThat(peer.wire()).isEqualTo("{\"id\":1,\"result\":[\"y\"],\"error\":null}");
        }

        @Test
        void isBracketedWithItsBatch() {
            start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.send("{'id':1,'method':'a','params':[]}{'id':2,'method':'b','params':[]}");
            loops.loop.run();
            assertThat(heard).containsExactly("started", "read complete after 2");
        }

        @Test
        void isAnsweredWithAnErrorWhereTheHandlerFails() {
            start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.request("1", "boom", "[]");
            peer.request("2", "refuse", "[]");
            loops.loop.run();
            assertThat(peer.wire()).isEqualTo("{\"id\":1,\"error\":\"internal error\"}{\"id\":2,\"error\":\"no\"}");
        }

        @Test
        void isNotReadWhileTooManyWaitForAnswers() {
            start(builder().listen(PLACE).maxUnanswered(2));
            ScriptedPeer peer = loops.connectTo(PLACE);
            for (int i = 0; i < 5; i++) {
                peer.request(String.valueOf(i), "get", "[]");
                loops.loop.run();
            }
            assertThat(requests).hasSize(3);
            requests.get(0).reply(JsonBytes.EMPTY_ARRAY);
            requests.get(1).reply(JsonBytes.EMPTY_ARRAY);
            requests.get(2).reply(JsonBytes.EMPTY_ARRAY);
            loops.loop.run();
            assertThat(requests.size()).isGreaterThan(3);
        }

        @Test
        void runsOnTheExecutorOneAtATimeInOrder() {
            List<Runnable> executor = new ArrayList<>();
            start(builder().listen(PLACE).handlerExecutor(executor::add));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.request("1", "a", "[]");
            peer.request("2", "b", "[]");
            loops.loop.run();
            assertThat(requests).isEmpty();
            assertThat(executor).hasSize(1);
            executor.remove(0).run();
            assertThat(requests).extracting(ServerRequest::method).containsExactly("a", "b");
        }
    }

    @Nested
    class Sessions {
        @Test
        void areListedInOrder() {
            OvsdbServer server = start(builder().listen(PLACE));
            ScriptedPeer first = loops.connectTo(PLACE);
            loops.connectTo(PLACE);
            assertThat(server.sessions()).extracting(ServerConnection::number).containsExactly(1L, 2L);
            first.hangUp();
            loops.loop.run();
            assertThat(server.sessions()).extracting(ServerConnection::number).containsExactly(2L);
            assertThat(heard).contains("closed 1");
        }

        @Test
        void knowTheirRemote() {
            start(builder()
                    .remote(RemoteOptions.builder(ConnectionMethod.parse(PLACE))
                            .role("ovn-controller")
                            .readOnly(true)
                            .build()));
            loops.connectTo(PLACE);
            RemoteSettings remote = connections.get(0).remote();
            assertThat(remote.role()).contains("ovn-controller");
            assertThat(remote.readOnly()).isTrue();
        }

        @Test
        void aboveTheLimitAreHungUpOn() {
            OvsdbServer server = start(builder().listen(PLACE).maxConnections(1));
            loops.connectTo(PLACE);
            ScriptedPeer second = loops.connectTo(PLACE);
            assertThat(second.isClosed()).isTrue();
            assertThat(server.sessions()).hasSize(1);
        }

        @Test
        void endWithWhatTheHandlerSentBefore() {
            start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            connections.get(0).notify("bye", JsonBytes.EMPTY_ARRAY);
            connections.get(0).close("time to go");
            loops.loop.run();
            assertThat(peer.received("bye")).hasSize(1);
            assertThat(peer.isClosed()).isTrue();
        }
    }

    @Nested
    class Closing {
        @Test
        void letsWhatWasAskedBeAnswered() {
            OvsdbServer server = start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.request("1", "get", "[]");
            loops.loop.run();
            CompletableFuture<Void> closed = server.closeAsync();
            loops.loop.run();
            assertThat(closed).isNotDone();
            assertThat(loops.isListening(PLACE)).isFalse();
            requests.get(0).reply(JsonBytes.EMPTY_ARRAY);
            loops.loop.run();
            assertThat(peer.wire()).isEqualTo("{\"id\":1,\"result\":[],\"error\":null}");
            assertThat(peer.isClosed()).isTrue();
            awaitClosed(closed);
            assertThat(heard).endsWith("closed 1", "handler closed");
        }

        @Test
        void doesNotWaitForEver() {
            OvsdbServer server = start(builder().listen(PLACE).closeTimeout(Duration.ofSeconds(3)));
            ScriptedPeer peer = loops.connectTo(PLACE);
            peer.request("1", "get", "[]");
            loops.loop.run();
            CompletableFuture<Void> closed = server.closeAsync();
            loops.loop.advance(Duration.ofSeconds(4));
            assertThat(peer.isClosed()).isTrue();
            awaitClosed(closed);
        }

        @Test
        void happensOnce() {
            OvsdbServer server = start(builder().listen(PLACE));
            awaitClosed(server.closeAsync());
            awaitClosed(server.closeAsync());
            assertThat(heard).containsOnlyOnce("handler closed");
            assertThatThrownBy(() -> server.addRemote(RemoteOptions.of(ConnectionMethod.parse(PLACE))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class PassiveRemotes {
        @Test
        void failTheStartWhereTheyCannotBeHad() {
            loops.addressInUse(true);
            CompletableFuture<OvsdbServer> started = builder().listen(PLACE).start();
            loops.loop.run();
            assertThat(started)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(ConnectFailedException.class);
            assertThat(heard).endsWith("handler closed");
        }

        @Test
        void areTriedAgainWhenTheyCameLater() {
            OvsdbServer server = start(builder());
            loops.addressInUse(true);
            Remote remote = server.addRemote(RemoteOptions.of(ConnectionMethod.parse(PLACE)));
            loops.loop.run();
            assertThat(remote.firstAttempt()).isCompletedExceptionally();
            assertThat(remote.status().lastError()).contains("Address already in use");
            loops.addressInUse(false);
            loops.loop.advance(Duration.ofSeconds(1));
            assertThat(loops.isListening(PLACE)).isTrue();
            assertThat(remote.status().port()).hasValue(4711);
        }

        @Test
        void endTheirSessionsWhenTheyAreRemoved() {
            OvsdbServer server = start(builder().listen(PLACE));
            ScriptedPeer peer = loops.connectTo(PLACE);
            CompletableFuture<Void> removed = server.remotes().get(0).remove();
            loops.loop.run();
            assertThat(removed).isCompleted();
            assertThat(peer.isClosed()).isTrue();
            assertThat(loops.isListening(PLACE)).isFalse();
            assertThat(server.remotes()).isEmpty();
        }

        @Test
        void endASessionThatBeginsWhileTheyAreRemoved() {
            OvsdbServer server = start(builder().listen(PLACE));
            Remote remote = server.remotes().get(0);
            onConnect = remote::remove;
            ScriptedPeer peer = loops.connectTo(PLACE);
            loops.loop.run();
            assertThat(peer.isClosed()).isTrue();
            assertThat(server.sessions()).isEmpty();
        }

        @Test
        void endASessionThatBeginsWhileTheirRightsChange() {
            OvsdbServer server = start(builder().listen(PLACE));
            Remote remote = server.remotes().get(0);
            onConnect = () ->
                    remote.update(remote.options().toBuilder().readOnly(true).build());
            ScriptedPeer peer = loops.connectTo(PLACE);
            loops.loop.run();
            assertThat(peer.isClosed()).isTrue();
        }

        @Test
        void endTheirSessionsWhenRightsChangeAndOnlyThen() {
            OvsdbServer server = start(builder().listen(PLACE));
            Remote remote = server.remotes().get(0);
            ScriptedPeer peer = loops.connectTo(PLACE);
            remote.update(remote.options().toBuilder()
                    .inactivityProbe(Duration.ofSeconds(1))
                    .build());
            loops.loop.advance(Duration.ofMillis(1_200));
            assertThat(peer.received("echo")).hasSize(1);
            assertThat(peer.isClosed()).isFalse();
            remote.update(remote.options().toBuilder().readOnly(true).build());
            loops.loop.run();
            assertThat(peer.isClosed()).isTrue();
            assertThat(loops.isListening(PLACE)).isTrue();
        }
    }

    @Nested
    class ActiveRemotes {
        private static final String MANAGER = "tcp:192.0.2.1:6640";

        private final ConnectionMethod method = ConnectionMethod.parse(MANAGER);

        @Test
        void keepDiallingWithBackOff() {
            start(builder().listen(MANAGER));
            assertThat(loops.attempts).hasSize(1);
            loops.loop.advance(Duration.ofSeconds(1));
            assertThat(loops.attempts).hasSize(2);
            loops.loop.advance(Duration.ofSeconds(1));
            assertThat(loops.attempts).hasSize(2);
            loops.loop.advance(Duration.ofSeconds(1));
            assertThat(loops.attempts).hasSize(3);
        }

        @Test
        void serveThePeerAndComeBackToIt() {
            OvsdbServer server = start(builder());
            ScriptedPeer peer = new ScriptedPeer(loops.loop);
            loops.reachable.put(method, peer);
            Remote remote = server.addRemote(RemoteOptions.of(method));
            loops.loop.run();
            assertThat(remote.status().state()).isEqualTo(RemoteStatus.State.ACTIVE);
            peer.request("1", "get", "[]");
            loops.loop.run();
            assertThat(requests).hasSize(1);
            ScriptedPeer again = new ScriptedPeer(loops.loop);
            loops.reachable.put(method, again);
            peer.hangUp();
            loops.loop.run();
            assertThat(remote.status().state()).isEqualTo(RemoteStatus.State.BACKOFF);
            loops.loop.advance(Duration.ofSeconds(1));
            assertThat(remote.sessions()).hasSize(1);
        }

        /** Nothing can then come from the peer before its session is there. */
        @Test
        void beginOnThePeersLoopWhereverTheConnectionIsTold() {
            ManualEventLoop other = new ManualEventLoop();
            OvsdbServer server = start(builder());
            loops.reachable.put(method, new ScriptedPeer(other));
            onConnect = () -> heard.add("connected, on its loop: " + other.inEventLoop());
            server.addRemote(RemoteOptions.of(method));
            loops.loop.run();
            other.run();
            assertThat(heard).contains("connected, on its loop: true");
        }

        @Test
        void dialNoMoreWhenRemoved() {
            OvsdbServer server = start(builder().listen(MANAGER));
            server.remotes().get(0).remove();
            loops.loop.advance(Duration.ofSeconds(60));
            assertThat(loops.attempts).hasSize(1);
        }
    }
}
