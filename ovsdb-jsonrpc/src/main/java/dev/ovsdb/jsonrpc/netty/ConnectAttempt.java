package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.events.ConnectFailedEvent;
import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.jsonrpc.tls.TlsFailures;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code connect}. Confined to the event loop that the transport will have.
 *
 * <p><em>resolving</em> &rarr; <em>connecting</em> to the first address &rarr; with TLS <em>handshaking</em> &rarr;
 * done. A failure leads to <em>connecting</em> to the next address; one of trust, or running out of addresses or time, ends
 * the attempt. A handshake that bootstrapped the CA certificate leads to <em>connecting</em> to the same address again.
 */
final class ConnectAttempt {
    private final NettyTransports transports;
    private final ConnectionMethod.Active method;
    private final ConnectOptions options;
    private final NettyEventLoop loop;
    private final long deadline;
    private final CompletableFuture<Transport> result = new CompletableFuture<>();
    private final @Nullable ConnectFailedEvent event = Recording.connecting();
    private final Deque<SocketAddress> addresses = new ArrayDeque<>();

    private @Nullable Throwable lastFailure;
    private @Nullable Channel channel;

    ConnectAttempt(
            NettyTransports transports, ConnectionMethod.Active method, ConnectOptions options, NettyEventLoop loop) {
        this.transports = transports;
        this.method = method;
        this.options = options;
        this.loop = loop;
        this.deadline = loop.clock().nanoTime() + NettyEventLoop.nanos(options.timeout());
    }

    CompletableFuture<Transport> begin() {
        EventLoop.Timer timer = loop.schedule(options.timeout(), this::outOfTime);
        result.whenComplete((transport, failure) -> {
            timer.cancel();
            if (failure != null) loop.execute(this::closeChannel); // Also when the caller cancelled.
        });
        transports.addresses(method).whenCompleteAsync(this::resolved, loop);
        return result;
    }

    private void resolved(@Nullable List<SocketAddress> found, @Nullable Throwable failure) {
        if (found == null) {
            fail(Failures.unwrap(failure));
            return;
        }
        addresses.addAll(found);
        connectToNext();
    }

    private void connectToNext() {
        if (result.isDone()) return;
        SocketAddress address = addresses.poll();
        if (address == null) {
            fail(lastFailure == null ? new IllegalStateException("no address") : lastFailure);
            return;
        }
        if (method instanceof ConnectionMethod.Ssl ssl) {
            transports
                    .tls()
                    .client(options.tls().orElseThrow())
                    .whenCompleteAsync(
                            (context, failure) -> {
                                if (context == null) fail(Failures.unwrap(failure));
                                else connect(address, ssl, context);
                            },
                            loop);
        } else {
            connect(address, null, null);
        }
    }

    private void connect(SocketAddress address, ConnectionMethod.@Nullable Ssl ssl, @Nullable TlsContext context) {
        if (result.isDone()) return;
        ChannelFuture connecting = bootstrap(address).connect(address);
        channel = connecting.channel();
        connecting.addListener((ChannelFuture done) -> {
            if (!done.isSuccess()) tryNext(done.cause());
            else if (ssl == null || context == null) succeed(done.channel());
            else handshake(done.channel(), address, ssl, context);
        });
    }

    private Bootstrap bootstrap(SocketAddress address) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.executor())
                .channelFactory(transports.clientChannels(method))
                .disableResolver()
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(shareOfTime().toMillis() + 1, Integer.MAX_VALUE))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel created) {
                        transports.track(created);
                    }
                });
        ChannelOptions.common(bootstrap::option);
        if (address instanceof InetSocketAddress) ChannelOptions.tcp(bootstrap::option, options.dscp());
        return bootstrap;
    }

    /** Each address gets its part of the time that is left, so that one that swallows packets leaves some for the next. */
    private Duration shareOfTime() {
        long left = Math.max(0, deadline - loop.clock().nanoTime());
        return Duration.ofNanos(left / (addresses.size() + 1));
    }

    private void handshake(Channel connected, SocketAddress address, ConnectionMethod.Ssl ssl, TlsContext context) {
        SslHandler handler = context.clientHandler(connected.alloc(), ssl, shareOfTime());
        new TlsHandshake(connected, handler, context, options.tls().orElseThrow(), transports.blocking())
                .run(method)
                .whenComplete((outcome, failure) -> {
                    if (failure != null) {
                        connected.close();
                        tryNext(Failures.unwrap(failure));
                    } else if (outcome == TlsHandshake.Outcome.BOOTSTRAPPED) {
                        connected.close();
                        addresses.addFirst(address);
                        connectToNext();
                    } else {
                        succeed(connected);
                    }
                });
    }

    /** Another address of the same host would show the same certificate, or is an impostor. */
    private void tryNext(Throwable failure) {
        if (lastFailure != null && lastFailure != failure) failure.addSuppressed(lastFailure);
        lastFailure = failure;
        if (TlsFailures.isTrustFailure(failure)) fail(failure);
        else connectToNext();
    }

    private void succeed(Channel connected) {
        NettyTransport transport = new NettyTransport(connected, TransportInfos.of(method, connected));
        connected.pipeline().addLast(transport);
        if (!result.complete(transport)) transport.close();
    }

    private void outOfTime() {
        failWith(ConnectFailures.timeout(
                method, "no connection within " + options.timeout().toMillis() + " ms"));
    }

    private void fail(Throwable failure) {
        failWith(ConnectFailures.of(method, failure));
    }

    private void failWith(ConnectFailedException failure) {
        if (result.completeExceptionally(failure) && event != null) event.failed(method, failure);
    }

    private void closeChannel() {
        if (channel != null) channel.close();
    }
}
