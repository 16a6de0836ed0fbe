package dev.ovsdb.jsonrpc.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** The channels of one way of doing I/O. */
interface ChannelTypes {
    IoHandlerFactory ioHandlers();

    ChannelFactory<? extends Channel> tcpClient();

    ChannelFactory<? extends ServerChannel> tcpServer();

    ChannelFactory<? extends Channel> unixClient();

    ChannelFactory<? extends ServerChannel> unixServer();

    SocketAddress unixAddress(Path path);

    /** The channels that run on the group's loops. */
    static ChannelTypes of(IoEventLoopGroup group) {
        if (group.isIoType(NioIoHandler.class)) return new Nio();
        if (EpollChannels.runOn(group)) return new EpollChannels();
        throw new IllegalArgumentException("expected an event loop group of NIO or epoll, not " + group);
    }

    /** What the JDK has, on every system. */
    final class Nio implements ChannelTypes {
        @Override
        public IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        public ChannelFactory<? extends Channel> tcpClient() {
            return JdkSocket::tcp;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> tcpServer() {
            return NioServerSocketChannel::new;
        }

        @Override
        public ChannelFactory<? extends Channel> unixClient() {
            return JdkSocket::unix;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> unixServer() {
            return NioServerDomainSocketChannel::new;
        }

        @Override
        public SocketAddress unixAddress(Path path) {
            return UnixDomainSocketAddress.of(path);
        }
    }
}
