package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.Connector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Describes a server; see {@link OvsdbServer#builder()}. For one thread. */
public final class OvsdbServerBuilder {
    private static final long QUARTER_OF_HEAP = Runtime.getRuntime().maxMemory() / 4;
    private static final ConnectionOptions CONNECTIONS = ConnectionOptions.builder()
            .framing(FramingLimits.DEFAULT
                    .withCheckUtf8(false)
                    .withMaxMessageBytes(Math.min(FramingLimits.DEFAULT.maxMessageBytes(), QUARTER_OF_HEAP)))
            .closeOnStrayReply(true)
            .answerEcho(false)
            .pauseAboveOutboundBytes(64 * 1024)
            .build();

    final List<RemoteOptions> remotes = new ArrayList<>();

    @Nullable
    Handler handler;

    @Nullable
    Executor handlerExecutor;

    @Nullable
    Executor closing;

    @Nullable
    Connector connector;

    @Nullable
    Binder binder;

    ConnectionOptions connections = CONNECTIONS;
    Optional<TlsOptions> tls = Optional.empty();
    IdSource ids = IdSource.random();
    int maxConnections = 50_000;
    long maxIncompleteBytes = QUARTER_OF_HEAP;
    long maxUnsentBytes = QUARTER_OF_HEAP;
    int maxUnanswered = 10_000;
    Duration closeTimeout = Duration.ofSeconds(5);

    OvsdbServerBuilder() {}

    /** What the server serves. */
    public OvsdbServerBuilder handler(Handler served) {
        handler = Objects.requireNonNull(served);
        return this;
    }

    /**
     * Calls sessions on an executor instead of the event loops, so that they may block; still one call at a time and in order
     * for each session. By default on the event loops.
     */
    public OvsdbServerBuilder handlerExecutor(Executor executor) {
        handlerExecutor = Objects.requireNonNull(executor);
        return this;
    }

    /** Uses connection methods, passive or active; a passive one with port 0 lets the system choose. May be called again. */
    public OvsdbServerBuilder listen(ConnectionMethod... methods) {
        for (ConnectionMethod method : methods) {
            remotes.add(RemoteOptions.of(method));
        }
        return this;
    }

    /**
     * Uses connection methods as {@link ConnectionMethod#parse} reads them.
     *
     * @throws dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException if one is malformed
     */
    public OvsdbServerBuilder listen(String... methods) {
        for (String method : methods) {
            remote(RemoteOptions.builder(ConnectionMethod.parse(method))
                    .name(method)
                    .build());
        }
        return this;
    }

    /** Uses a connection method with options of its own. */
    public OvsdbServerBuilder remote(RemoteOptions options) {
        remotes.add(Objects.requireNonNull(options));
        return this;
    }

    /** What this side shows and believes on {@code pssl:} and {@code ssl:} remotes that have no options of their own. */
    public OvsdbServerBuilder tls(TlsOptions options) {
        tls = Optional.of(options);
        return this;
    }

    /**
     * Limits and observers of each connection. By default {@link #defaultConnections()}; the inactivity probe is the remote's.
     */
    public OvsdbServerBuilder connections(ConnectionOptions options) {
        connections = Objects.requireNonNull(options);
        return this;
    }

    /**
     * What becomes a server: text that is not UTF-8 is left to who reads it, a reply that nobody asked for ends the connection,
     * nothing is read while more than 64 KiB wait for the peer, and a message has 256 MiB at the most, or a quarter of the heap
     * if that is less.
     */
    public static ConnectionOptions defaultConnections() {
        return CONNECTIONS;
    }

    /** How many peers at a time. Those above are hung up on, with a line in the log. By default 50,000. */
    public OvsdbServerBuilder maxConnections(int limit) {
        maxConnections = (int) positive("maxConnections", limit);
        return this;
    }

    /**
     * How many bytes of messages that are not complete the server keeps of all peers together. Above, the peer that has begun the
     * longest is hung up on, with a line in the log. By default a quarter of the heap.
     */
    public OvsdbServerBuilder maxIncompleteBytes(long bytes) {
        maxIncompleteBytes = positive("maxIncompleteBytes", bytes);
        return this;
    }

    /**
     * How many bytes may wait for all peers together. Above, results of requests are made no faster than they leave, and peers that have
     * taken next to nothing for 5 s are hung up on, those for which most waits first. By default a quarter of the heap.
     */
    public OvsdbServerBuilder maxUnsentBytes(long bytes) {
        maxUnsentBytes = positive("maxUnsentBytes", bytes);
        return this;
    }

    /**
     * How many requests of one peer may wait for their answers, if the handler promised these for later; above, nothing more is
     * read from it. By default 10,000.
     */
    public OvsdbServerBuilder maxUnanswered(int limit) {
        maxUnanswered = (int) positive("maxUnanswered", limit);
        return this;
    }

    private static long positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
        return value;
    }

    /** How long closing waits for answers. By default 5 s. */
    public OvsdbServerBuilder closeTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("closeTimeout must not be negative, was " + timeout);
        }
        closeTimeout = timeout;
        return this;
    }

    /** Closes the handler, which may block. By default a thread made for it; for simulations. */
    public OvsdbServerBuilder closing(Executor executor) {
        closing = Objects.requireNonNull(executor);
        return this;
    }

    /** Shares event loops with others. By default the server has its own, one for each processor, and closes them. */
    public OvsdbServerBuilder connector(Connector shared) {
        connector = Objects.requireNonNull(shared);
        return this;
    }

    /** Listens with this. By default with the connector, if that can, else with its own event loops. */
    public OvsdbServerBuilder binder(Binder shared) {
        binder = Objects.requireNonNull(shared);
        return this;
    }

    /** Where randomness comes from. By default from the system. */
    public OvsdbServerBuilder ids(IdSource source) {
        ids = Objects.requireNonNull(source);
        return this;
    }

    /**
     * Starts the server.
     *
     * @return completes when it listens at every passive remote; fails with {@link ConnectFailedException} if one of them cannot
     *     be had, and listens nowhere then. The handler has been closed in that case
     * @throws IllegalStateException if there is no handler
     * @throws IllegalArgumentException if a remote needs TLS options and there are none
     */
    public CompletableFuture<OvsdbServer> start() {
        Handler served = handler;
        if (served == null) {
            throw new IllegalStateException("no handler; call handler(...)");
        }
        remotes.forEach(remote -> requireTls(remote, tls));
        ListeningServer server = new ListeningServer(this, served);
        served.started(server);
        List<CompletableFuture<Remote>> attempts = new ArrayList<>();
        remotes.forEach(options -> attempts.add(server.addRemote(options).firstAttempt()));
        return CompletableFuture.allOf(attempts.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> failure == null
                        ? CompletableFuture.<OvsdbServer>completedFuture(server)
                        : server.closeAsync()
                                .thenCompose(closed -> CompletableFuture.<OvsdbServer>failedFuture(failure)))
                .thenCompose(outcome -> outcome);
    }

    /** As {@link #start()}, and waits for it. */
    public OvsdbServer startBlocking() {
        try {
            return start().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static void requireTls(RemoteOptions remote, Optional<TlsOptions> byDefault) {
        if (remote.method().isTls() && remote.tls().isEmpty() && byDefault.isEmpty()) {
            throw new IllegalArgumentException(remote + ": needs TLS options");
        }
    }

    /** The event loops, and what closes them if they are the server's own. */
    record Loops(
            Connector connector, Binder binder, @Nullable AutoCloseable own) {}

    Loops loops() {
        if (connector != null && binder != null) {
            return new Loops(connector, binder, null);
        }
        if (connector instanceof Binder both) {
            return new Loops(connector, both, null);
        }
        NettyTransports own = NettyTransports.create();
        return new Loops(connector == null ? own : connector, binder == null ? own : binder, own);
    }
}
