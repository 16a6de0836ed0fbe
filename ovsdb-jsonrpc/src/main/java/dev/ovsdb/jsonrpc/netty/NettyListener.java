package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Listener;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;

/** A bound server channel. */
final class NettyListener implements Listener {
    private final Channel channel;
    private final ConnectionMethod.Passive method;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    NettyListener(Channel channel, ConnectionMethod.Passive requested) {
        this.channel = channel;
        this.method = withRealPort(requested, port());
        channel.closeFuture().addListener(done -> closed.complete(null));
    }

    private static ConnectionMethod.Passive withRealPort(ConnectionMethod.Passive requested, int port) {
        if (requested instanceof ConnectionMethod.PassiveTcp tcp) {
            return new ConnectionMethod.PassiveTcp(port, tcp.bindHost());
        }
        if (requested instanceof ConnectionMethod.PassiveSsl ssl) {
            return new ConnectionMethod.PassiveSsl(port, ssl.bindHost());
        }
        return requested;
    }

    @Override
    public ConnectionMethod.Passive method() {
        return method;
    }

    @Override
    public SocketAddress boundAddress() {
        return channel.localAddress();
    }

    @Override
    public int port() {
        return channel.localAddress() instanceof InetSocketAddress inet ? inet.getPort() : 0;
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        channel.close();
        return closed.copy();
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
