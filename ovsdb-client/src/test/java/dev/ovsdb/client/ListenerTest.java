package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private final Scene scene = new Scene();
    private final FakeBinder binder = new FakeBinder();
    private final List<OvsdbClient> clients = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private OvsdbListenerBuilder builder() {
        return OvsdbListener.builder().on("ptcp:6640,punix:/tmp/x").binder(binder);
    }

    private OvsdbListener listen(OvsdbListenerBuilder description, Consumer<OvsdbClient> onClient) {
        return scene.get(description.listen(onClient));
    }

    private ScriptedPeer dialsIn() {
        ScriptedPeer peer = new ScriptedPeer(scene.loop);
        dialsIn(peer);
        return peer;
    }

    private void dialsIn(ScriptedPeer peer) {
        scene.loop.run(() -> binder.acceptors.get(0).accepted(peer.transport()));
    }

    @Test
    void eachPeerBecomesAClientOnceItHasAnswered() {
        OvsdbListener listener = listen(builder(), clients::add);
        ScriptedPeer mute = new ScriptedPeer(scene.loop);
        mute.on("get_server_id").stayQuiet();

        dialsIn(mute);
        dialsIn();

        assertThat(clients).singleElement().satisfies(client -> {
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
            assertThat(listener.clients()).containsExactly(client);
        });
        listener.close();
        scene.get(listener.closed());
    }

    @Test
    void closingEndsAllOfThemAndAllPlaces() {
        OvsdbListener listener = listen(builder(), clients::add);
        ScriptedPeer one = dialsIn();
        ScriptedPeer two = dialsIn();

        listener.close();
        listener.close();

        scene.get(listener.closed());
        assertThat(one.isClosed()).isTrue();
        assertThat(two.isClosed()).isTrue();
        assertThat(binder.open).isEmpty();
        assertThat(listener.clients()).isEmpty();
    }

    @Test
    void thoseAboveTheLimitAreHungUpOnUntilOneLeaves() {
        OvsdbListener listener = listen(builder().maxClients(1), clients::add);
        ScriptedPeer first = dialsIn();
        ScriptedPeer second = dialsIn();
        assertThat(second.isClosed()).isTrue();

        first.hangUp();
        scene.loop.run();
        ScriptedPeer third = dialsIn();

        assertThat(third.isClosed()).isFalse();
        assertThat(clients).hasSize(2);
        listener.close();
        scene.get(listener.closed());
    }

    @Test
    void thoseThatAreNotAdmittedTakeNoPlace() {
        List<Boolean> answers = new ArrayList<>(List.of(false, true));
        OvsdbListener listener = listen(builder().maxClients(1).admission(peer -> answers.remove(0)), clients::add);

        assertThat(dialsIn().isClosed()).isTrue();
        assertThat(dialsIn().isClosed()).isFalse();
        assertThat(clients).hasSize(1);
        listener.close();
        scene.get(listener.closed());
    }

    @Test
    void anAdmissionThatThrowsRefuses() {
        OvsdbListener listener = listen(
                builder().admission(peer -> {
                    throw new IllegalStateException("no list");
                }),
                clients::add);

        assertThat(dialsIn().isClosed()).isTrue();
        listener.close();
        scene.get(listener.closed());
    }

    @Test
    void aTakerThatThrowsLosesThatClientAlone() {
        OvsdbListener listener = listen(builder(), client -> {
            if (clients.add(client) && clients.size() == 1) {
                throw new IllegalStateException("not that one");
            }
        });

        assertThat(dialsIn().isClosed()).isTrue();
        assertThat(dialsIn().isClosed()).isFalse();
        listener.close();
        scene.get(listener.closed());
    }

    @Test
    void itListensEverywhereOrNowhere() {
        binder.refused = "punix:/tmp/x";

        assertThat(scene.failure(builder().listen(clients::add))).isInstanceOf(ConnectFailedException.class);
        assertThat(binder.open).isEmpty();
    }

    @Test
    void closingItWhileAPeerIsAdmittedEndsThatPeerToo() {
        List<OvsdbListener> own = new ArrayList<>();
        OvsdbListener listener = listen(
                builder().admission(peer -> {
                    own.get(0).close();
                    return true;
                }),
                clients::add);
        own.add(listener);
        ScriptedPeer peer = new ScriptedPeer(scene.loop);
        peer.on("get_server_id").stayQuiet();
        List<Boolean> closedFirst = new ArrayList<>();
        listener.closed().thenRun(() -> closedFirst.add(peer.isClosed()));

        dialsIn(peer);

        assertThat(closedFirst).containsExactly(true);
        assertThat(clients).isEmpty();
    }

    @Test
    void cancellingTheFutureListensNowhere() {
        binder.late = new CompletableFuture<>();
        CompletableFuture<OvsdbListener> listening = builder().listen(clients::add);

        listening.cancel(false);
        binder.late.complete(null);
        scene.loop.run();

        assertThat(binder.open).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        assertThatThrownBy(() -> OvsdbListener.builder().listen(clients::add))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OvsdbListener.builder().on("tcp:active:1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OvsdbListener.builder().maxClients(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Binds nothing, and lets the test dial in. */
    private static final class FakeBinder implements Binder {
        private final List<Acceptor> acceptors = new ArrayList<>();
        private final List<ConnectionMethod> open = new ArrayList<>();
        private String refused = "";
        private CompletableFuture<Void> late = CompletableFuture.completedFuture(null);

        @Override
        public CompletableFuture<Listener> listen(
                ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
            if (method.toString().equals(refused)) {
                return CompletableFuture.failedFuture(
                        new ConnectFailedException(ConnectFailedException.Kind.OTHER, method + ": in use", null));
            }
            acceptors.add(acceptor);
            open.add(method);
            return late.thenApply(bound -> new FakeListener(method));
        }

        private final class FakeListener implements Listener {
            private final ConnectionMethod.Passive method;

            FakeListener(ConnectionMethod.Passive method) {
                this.method = method;
            }

            @Override
            public ConnectionMethod.Passive method() {
                return method;
            }

            @Override
            public SocketAddress boundAddress() {
                return InetSocketAddress.createUnresolved("192.0.2.1", port());
            }

            @Override
            public int port() {
                return 6640;
            }

            @Override
            public CompletableFuture<Void> closeAsync() {
                open.remove(method);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void close() {
                closeAsync();
            }
        }
    }
}
