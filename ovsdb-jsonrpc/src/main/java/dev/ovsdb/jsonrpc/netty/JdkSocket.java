package dev.ovsdb.jsonrpc.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The JDK's channel under a client's NIO channel. Unlike Netty's it may be written to by any thread. */
final class JdkSocket {
    private static final AttributeKey<SocketChannel> KEY = AttributeKey.valueOf(JdkSocket.class, "socket");

    private interface Opener {
        SocketChannel open() throws IOException;
    }

    private JdkSocket() {}

    static Channel tcp() {
        SocketChannel socket = open(SocketChannel::open);
        return mark(new NioSocketChannel(socket), socket);
    }

    static Channel unix() {
        SocketChannel socket = open(() -> SocketChannel.open(StandardProtocolFamily.UNIX));
        return mark(new NioDomainSocketChannel(socket), socket);
    }

    /** The socket to which plain bytes can be written; null if there is none, or if what leaves it is encrypted. */
    static @Nullable SocketChannel of(Channel channel) {
        return channel.pipeline().get(SslHandler.class) == null
                ? channel.attr(KEY).get()
                : null;
    }

    private static SocketChannel open(Opener opener) {
        try {
            return opener.open();
        } catch (IOException e) {
            throw new ChannelException("cannot open a socket", e);
        }
    }

    private static Channel mark(Channel channel, SocketChannel socket) {
        channel.attr(KEY).set(socket);
        return channel;
    }
}
