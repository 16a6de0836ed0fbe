package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One loop whose time moves by hand, and on it a network without sockets. */
public final class ManualLoops implements Connector, Binder {
    public final ManualEventLoop loop = new ManualEventLoop();

    /** Peers that are there to be connected to, by method. */
    final Map<ConnectionMethod, ScriptedPeer> reachable = new LinkedHashMap<>();

    /** Every attempt to connect or listen. */
    final List<ConnectionMethod> attempts = new ArrayList<>();

    private final Map<ConnectionMethod, Acceptor> listening = new LinkedHashMap<>();
    private boolean addressInUse;

    void addressInUse(boolean inUse) {
        addressInUse = inUse;
    }

    /** A peer connects to where somebody listens. */
    public ScriptedPeer connectTo(String method) {
        ScriptedPeer peer = new ScriptedPeer(loop);
        Acceptor acceptor = listening.get(ConnectionMethod.parse(method));
        if (acceptor == null) {
            throw new AssertionError("nobody listens at " + method + " but at " + listening.keySet());
        }
        loop.run(() -> acceptor.accepted(peer.transport()));
        loop.run();
        return peer;
    }

    boolean isListening(String method) {
        return listening.containsKey(ConnectionMethod.parse(method));
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public CompletableFuture<Transport> connect(
            ConnectionMethod.Active method, ConnectOptions options, EventLoop chosen) {
        attempts.add(method);
        ScriptedPeer peer = reachable.remove(method);
        return peer == null
                ? CompletableFuture.failedFuture(
                        new ConnectFailedException(ConnectFailedException.Kind.REFUSED, "Connection refused", null))
                : CompletableFuture.completedFuture(peer.transport());
    }

    @Override
    public CompletableFuture<Listener> listen(
            ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
        attempts.add(method);
        if (addressInUse) {
            return CompletableFuture.failedFuture(
                    new ConnectFailedException(ConnectFailedException.Kind.OTHER, "Address already in use", null));
        }
        listening.put(method, acceptor);
        return CompletableFuture.completedFuture(new Place(method));
    }

    private final class Place implements Listener {
        private final ConnectionMethod.Passive method;

        Place(ConnectionMethod.Passive method) {
            this.method = method;
        }

        @Override
        public ConnectionMethod.Passive method() {
            return method;
        }

        @Override
        public SocketAddress boundAddress() {
            return new InetSocketAddress(port());
        }

        @Override
        public int port() {
            return 4711;
        }

        @Override
        public CompletableFuture<Void> closeAsync() {
            listening.remove(method);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closeAsync();
        }
    }
}
