package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.channels.ClosedChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each channel that a listener accepts into a transport, after its TLS handshake if it has one. */
@ChannelHandler.Sharable
final class PeerInitializer extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(PeerInitializer.class);

    private final NettyTransports transports;
    private final ConnectionMethod.Passive method;
    private final ListenOptions options;
    private final Acceptor acceptor;
    private final ChannelGroup arriving = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    PeerInitializer(
            NettyTransports transports, ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
        this.transports = transports;
        this.method = method;
        this.options = options;
        this.acceptor = acceptor;
    }

    @Override
    protected void initChannel(Channel channel) {
        transports.track(channel);
        arriving.add(channel);
        if (method.isTls()) {
            transports
                    .tls()
                    .server(options.tls().orElseThrow())
                    .whenCompleteAsync(
                            (context, failure) -> {
                                if (context == null) drop(channel, Failures.unwrap(failure));
                                else handshake(channel, context);
                            },
                            channel.eventLoop());
        } else {
            // Not now: the channel's pipeline is being made, and it has not been told yet that it is active.
            channel.eventLoop().execute(() -> handOver(channel));
        }
    }

    /** Drops those that are not handed over yet, now and later: the listener is closed. */
    void close() {
        arriving.close();
    }

    private void handshake(Channel channel, TlsContext context) {
        if (!channel.isActive()) return;
        SslHandler handler = context.serverHandler(channel.alloc(), options.handshakeTimeout());
        new TlsHandshake(channel, handler, context, options.tls().orElseThrow(), transports.blocking())
                .run(channel.remoteAddress())
                .whenComplete((outcome, failure) -> {
                    if (failure != null) drop(channel, Failures.unwrap(failure));
                    else if (outcome == TlsHandshake.Outcome.BOOTSTRAPPED) channel.close();
                    else handOver(channel);
                });
    }

    private void handOver(Channel channel) {
        if (!arriving.remove(channel) || !channel.isActive()) return;
        NettyTransport transport = new NettyTransport(channel, TransportInfos.of(method, channel));
        channel.pipeline().addLast(transport);
        try {
            acceptor.accepted(transport);
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: {} is dropped, for accepting it failed", channel.localAddress(), transport, e);
            transport.abort(e);
        }
    }

    private void drop(Channel channel, Throwable failure) {
        if (failure instanceof ClosedChannelException) {
            LOG.debug(
                    "{}: {} left before its TLS handshake was complete",
                    channel.localAddress(),
                    channel.remoteAddress());
        } else {
            LOG.warn("{}: {} is dropped: {}", channel.localAddress(), channel.remoteAddress(), Failures.brief(failure));
        }
        channel.close();
    }
}
