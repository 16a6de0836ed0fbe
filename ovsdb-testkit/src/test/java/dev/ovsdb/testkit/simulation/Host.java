package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A process on the network: its event loops, and what it connects and listens with. */
final class Host implements Connector, Binder {
    private final SimNetwork network;
    private final String name;
    private final List<SimLoop> loops = new ArrayList<>();
    private int next;

    Host(SimNetwork network, String name, int loopCount) {
        this.network = network;
        this.name = name;
        for (int i = 0; i < loopCount; i++) {
            loops.add(network.schedule().loop(name + "-" + i));
        }
    }

    SimLoop nextLoop() {
        return loops.get(next++ % loops.size());
    }

    List<SimLoop> loops() {
        return loops;
    }

    @Override
    public EventLoop eventLoop() {
        return nextLoop();
    }

    @Override
    public CompletableFuture<Transport> connect(
            ConnectionMethod.Active method, ConnectOptions options, EventLoop loop) {
        return network.connect(name, (SimLoop) loop, method, options);
    }

    @Override
    public CompletableFuture<Listener> listen(
            ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
        network.listen(this, acceptor);
        return CompletableFuture.completedFuture(new Listening(method));
    }

    void accept(SimTransport peer, Acceptor acceptor) {
        peer.eventLoop().execute(() -> acceptor.accepted(peer));
    }

    /** The process is killed. What it has open stays as it is; see {@link SimServer#kill}. */
    void kill() {
        network.listenNoMore(this);
        loops.forEach(SimLoop::kill);
    }

    private final class Listening implements Listener {
        private final ConnectionMethod.Passive method;

        Listening(ConnectionMethod.Passive method) {
            this.method = method;
        }

        @Override
        public ConnectionMethod.Passive method() {
            return method;
        }

        @Override
        public SocketAddress boundAddress() {
            return InetSocketAddress.createUnresolved("10.0.0.1", port());
        }

        @Override
        public int port() {
            return 6640;
        }

        @Override
        public CompletableFuture<Void> closeAsync() {
            close();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            network.listenNoMore(Host.this);
        }
    }
}
