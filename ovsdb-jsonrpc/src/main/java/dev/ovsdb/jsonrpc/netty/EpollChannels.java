package dev.ovsdb.jsonrpc.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;

/** Linux's epoll through Netty's native library, an optional dependency. */
final class EpollChannels implements ChannelTypes {
    /** Whether the library and its Java part are on the class path and fit this machine. */
    static boolean available() {
        try {
            return Epoll.isAvailable();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    static boolean runOn(IoEventLoopGroup group) {
        return available() && group.isIoType(EpollIoHandler.class);
    }

    @Override
    public IoHandlerFactory ioHandlers() {
        return EpollIoHandler.newFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> tcpClient() {
        return EpollSocketChannel::new;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> tcpServer() {
        return EpollServerSocketChannel::new;
    }

    @Override
    public ChannelFactory<? extends Channel> unixClient() {
        return EpollDomainSocketChannel::new;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> unixServer() {
        return EpollServerDomainSocketChannel::new;
    }

    @Override
    public SocketAddress unixAddress(Path path) {
        return new DomainSocketAddress(path.toFile());
    }
}
