package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of {@code listen}: finds the address, prepares the TLS files or the socket's file, binds. */
final class ListenAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ListenAttempt.class);

    private final NettyTransports transports;
    private final ConnectionMethod.Passive method;
    private final ListenOptions options;
    private final PeerInitializer peers;

    ListenAttempt(
            NettyTransports transports, ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
        this.transports = transports;
        this.method = method;
        this.options = options;
        this.peers = new PeerInitializer(transports, method, options, acceptor);
    }

    CompletableFuture<Listener> begin(EventLoopGroup group) {
        CompletableFuture<Listener> result = new CompletableFuture<>();
        prepare()
                .thenCompose(ready -> transports.bindAddress(method))
                .thenCompose(address -> bind(group, address))
                .whenComplete((listener, failure) -> {
                    if (failure != null) {
                        result.completeExceptionally(ConnectFailures.of(method, Failures.unwrap(failure)));
                    } else if (!result.complete(listener)) {
                        listener.close();
                    }
                });
        return result;
    }

    /** Bad TLS files are told now and not to the first peer. */
    private CompletableFuture<?> prepare() {
        if (method.isTls()) return transports.tls().server(options.tls().orElseThrow());
        if (method instanceof ConnectionMethod.PassiveUnix unix) {
            UnixSocketFile socket = new UnixSocketFile(unix.socketPath());
            return CompletableFuture.runAsync(() -> onDisk(socket::takeOver), transports.blocking());
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Listener> bind(EventLoopGroup group, SocketAddress address) {
        CompletableFuture<Listener> bound = new CompletableFuture<>();
        bootstrap(group, address).bind(address).addListener((ChannelFuture done) -> {
            if (done.isSuccess()) bound(done.channel(), bound);
            else bound.completeExceptionally(done.cause());
        });
        return bound.thenCompose(this::closeToOthers);
    }

    /** A Unix socket gets its permissions when it is there already: a system call later than the reference's. */
    private CompletableFuture<Listener> closeToOthers(Listener listener) {
        if (!(method instanceof ConnectionMethod.PassiveUnix unix)) return CompletableFuture.completedFuture(listener);
        UnixSocketFile socket = new UnixSocketFile(unix.socketPath());
        return CompletableFuture.runAsync(() -> onDisk(socket::closeToOthers), transports.blocking())
                .handle((done, failure) -> {
                    if (failure == null) return listener;
                    listener.close();
                    throw new CompletionException(Failures.unwrap(failure));
                });
    }

    private ServerBootstrap bootstrap(EventLoopGroup group, SocketAddress address) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channelFactory(transports.serverChannels(method))
                .option(ChannelOption.SO_BACKLOG, options.backlog())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel created) {
                        transports.track(created);
                    }
                })
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(peers);
        ChannelOptions.common(bootstrap::childOption);
        if (address instanceof InetSocketAddress) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true);
            ChannelOptions.tcp(bootstrap::childOption, options.dscp());
        }
        return bootstrap;
    }

    private void bound(Channel channel, CompletableFuture<Listener> bound) {
        NettyListener listener = new NettyListener(channel, method);
        LOG.info("{}: listening", listener);
        channel.closeFuture().addListener(done -> {
            peers.close();
            LOG.info("{}: no longer listening", listener);
        });
        bound.complete(listener);
    }

    private static void onDisk(DiskWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private interface DiskWork {
        void run() throws IOException;
    }
}
