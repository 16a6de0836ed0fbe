package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects and listens over TCP, TLS and Unix domain sockets. Thread-safe; one for a program is enough, for any number of
 * transports share its event loops.
 *
 * <p>Its threads are daemons: they do not keep the JVM alive.
 */
public final class NettyTransports implements Connector, Binder, AutoCloseable {
    private static final long CLOSE_PATIENCE_MILLIS = 5_000;

    private final IoEventLoopGroup group;
    private final boolean ownsGroup;
    private final ChannelTypes channels;
    private final HostResolver resolver;
    private final BlockingWork blocking;
    private final TlsContexts tls;
    private final Attempts attempts = new Attempts();
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    private NettyTransports(Builder builder) {
        ownsGroup = builder.group == null;
        channels = builder.group == null ? builder.channels() : ChannelTypes.of(builder.group);
        group = builder.group == null
                ? new MultiThreadIoEventLoopGroup(
                        builder.threads, new DefaultThreadFactory("ovsdb-io", true), channels.ioHandlers())
                : builder.group;
        resolver = builder.resolver;
        blocking = new BlockingWork();
        tls = new TlsContexts(builder.tlsEngine, blocking);
    }

    /** With an event loop for each processor, each started when first needed. */
    public static NettyTransports create() {
        return builder().build();
    }

    /** Chooses what differs from {@link #create()}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventLoop eventLoop() {
        return new NettyEventLoop(group.next());
    }

    @Override
    public CompletableFuture<Transport> connect(
            ConnectionMethod.Active method, ConnectOptions options, EventLoop loop) {
        if (method.isTls() && options.tls().isEmpty())
            throw new IllegalArgumentException(method + ": needs TLS options");
        NettyEventLoop netty = NettyEventLoop.of(loop);
        return attempts.begin(method, () -> new ConnectAttempt(this, method, options, netty).begin());
    }

    @Override
    public CompletableFuture<Listener> listen(
            ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor) {
        if (method.isTls() && options.tls().flatMap(given -> given.identity()).isEmpty()) {
            throw new IllegalArgumentException(method + ": needs TLS options with a certificate");
        }
        return attempts.begin(method, () -> new ListenAttempt(this, method, options, acceptor).begin(group));
    }

    /**
     * Closes every listener, aborts every transport and fails every connect and listen under way, then stops the threads,
     * unless the event loop group was given by the user. Waits for that up to 5 seconds; on an event loop it does not wait.
     * What is begun afterwards fails.
     */
    @Override
    public void close() {
        boolean mayWait = !onOwnLoop();
        attempts.close();
        open.forEach(NettyTransports::abort);
        var closed = open.close();
        if (mayWait) closed.awaitUninterruptibly(CLOSE_PATIENCE_MILLIS);
        if (ownsGroup) {
            var terminated = group.shutdownGracefully(0, CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (mayWait) terminated.awaitUninterruptibly(CLOSE_PATIENCE_MILLIS);
        }
        blocking.close(mayWait);
    }

    private static void abort(Channel channel) {
        NettyTransport transport = channel.pipeline().get(NettyTransport.class);
        if (transport == null) return;
        IOException cause = new IOException("the transports were closed");
        if (channel.eventLoop().inEventLoop()) {
            transport.abort(cause);
        } else if (!channel.eventLoop().isShuttingDown()) {
            channel.eventLoop().execute(() -> transport.abort(cause));
        }
    }

    private boolean onOwnLoop() {
        for (var loop : group) {
            if (loop.inEventLoop()) return true;
        }
        return false;
    }

    // For the attempts

    TlsContexts tls() {
        return tls;
    }

    Executor blocking() {
        return blocking;
    }

    void track(Channel channel) {
        open.add(channel);
    }

    ChannelFactory<? extends Channel> clientChannels(ConnectionMethod method) {
        return method.isUnix() ? channels.unixClient() : channels.tcpClient();
    }

    ChannelFactory<? extends ServerChannel> serverChannels(ConnectionMethod method) {
        return method.isUnix() ? channels.unixServer() : channels.tcpServer();
    }

    /** Where a peer may be, in the order to try. */
    CompletableFuture<List<SocketAddress>> addresses(ConnectionMethod.Active method) {
        if (method instanceof ConnectionMethod.Unix unix) {
            return CompletableFuture.completedFuture(List.of(channels.unixAddress(unix.socketPath())));
        }
        if (method instanceof ConnectionMethod.Tcp tcp) return addresses(tcp.host(), tcp.port());
        ConnectionMethod.Ssl ssl = (ConnectionMethod.Ssl) method;
        return addresses(ssl.host(), ssl.port());
    }

    private CompletableFuture<List<SocketAddress>> addresses(String host, int port) {
        return resolve(host)
                .thenApply(found -> found.stream()
                        .map(address -> (SocketAddress) new InetSocketAddress(address, port))
                        .toList());
    }

    /** Where to listen. */
    CompletableFuture<SocketAddress> bindAddress(ConnectionMethod.Passive method) {
        if (method instanceof ConnectionMethod.PassiveUnix unix) {
            return CompletableFuture.completedFuture(channels.unixAddress(unix.socketPath()));
        }
        if (method instanceof ConnectionMethod.PassiveTcp tcp) return bindAddress(tcp.bindHost(), tcp.port());
        ConnectionMethod.PassiveSsl ssl = (ConnectionMethod.PassiveSsl) method;
        return bindAddress(ssl.bindHost(), ssl.port());
    }

    private CompletableFuture<SocketAddress> bindAddress(Optional<String> host, int port) {
        return resolve(host.orElse("0.0.0.0")).thenApply(found -> new InetSocketAddress(found.get(0), port));
    }

    private CompletableFuture<List<InetAddress>> resolve(String host) {
        boolean literal = NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
        HostResolver using = literal ? HostResolver.system() : resolver;
        return CompletableFuture.supplyAsync(() -> resolveNow(using, host), literal ? Runnable::run : blocking);
    }

    private static List<InetAddress> resolveNow(HostResolver resolver, String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    /** Chooses what differs from the defaults. */
    public static final class Builder {
        private int threads = Runtime.getRuntime().availableProcessors();
        private boolean preferNative = true;
        private TlsEngine tlsEngine = TlsEngine.AUTO;
        private HostResolver resolver = HostResolver.system();
        private @Nullable IoEventLoopGroup group;

        private Builder() {}

        /** The number of event loops; one for each processor by default. */
        public Builder threads(int count) {
            if (count < 1) throw new IllegalArgumentException("at least one thread is needed, not " + count);
            threads = count;
            return this;
        }

        /**
         * Event loops of the user, on NIO or epoll. They go on when this is closed.
         *
         * @throws IllegalArgumentException from {@link #build} if they are of another kind
         */
        public Builder eventLoopGroup(EventLoopGroup loops) {
            if (!(loops instanceof IoEventLoopGroup io)) {
                throw new IllegalArgumentException("expected an event loop group of NIO or epoll, not " + loops);
            }
            group = io;
            return this;
        }

        /** Whether to use epoll if {@code netty-transport-native-epoll} is on the class path; yes by default. */
        public Builder preferNative(boolean prefer) {
            preferNative = prefer;
            return this;
        }

        /** {@link TlsEngine#AUTO} by default. */
        public Builder tlsEngine(TlsEngine engine) {
            tlsEngine = Objects.requireNonNull(engine);
            return this;
        }

        /** How host names become addresses; the system's resolver by default. */
        public Builder resolver(HostResolver hosts) {
            resolver = Objects.requireNonNull(hosts);
            return this;
        }

        /** @throws IllegalStateException if the TLS engine that was chosen is not available */
        public NettyTransports build() {
            tlsEngine.requireAvailable();
            return new NettyTransports(this);
        }

        private ChannelTypes channels() {
            return preferNative && EpollChannels.available() ? new EpollChannels() : new ChannelTypes.Nio();
        }
    }
}
