package dev.ovsdb.testkit.fault;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Blocking sockets for connection methods: TLS is TCP here, since a proxy needs not understand what it damages. */
final class Sockets {
    private Sockets() {}

    static SocketAddress address(ConnectionMethod.Active method) {
        if (method instanceof ConnectionMethod.Unix unix) return UnixDomainSocketAddress.of(unix.socketPath());
        if (method instanceof ConnectionMethod.Ssl ssl) return new InetSocketAddress(ssl.host(), ssl.port());
        ConnectionMethod.Tcp tcp = (ConnectionMethod.Tcp) method;
        return new InetSocketAddress(tcp.host(), tcp.port());
    }

    static ServerSocketChannel listenOnUnix(Path socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    static ServerSocketChannel listenOnTcp() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    static SocketChannel connect(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress host && host.isUnresolved()) {
            throw new UnknownHostException(host.getHostString());
        }
        SocketChannel channel = SocketChannel.open(address);
        writeAtOnce(channel);
        return channel;
    }

    /** A piece must leave as its own segment, or pieces would be no test of the reader. */
    static void writeAtOnce(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    /** Makes the next close a reset. */
    static void resetOnClose(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.SO_LINGER)
                && channel.getRemoteAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
    }
}
