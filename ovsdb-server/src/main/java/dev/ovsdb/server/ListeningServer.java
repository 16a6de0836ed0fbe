package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.MessageBudget;
import dev.ovsdb.jsonrpc.connection.OutboundBudget;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server and all that belongs to it.
 *
 * <p>open --closeAsync--&gt; closing (remotes end, sessions drain) --&gt; handler closed --&gt; closed. Remotes are confined to one
 * loop of the server, its home; sessions to the loops of their transports.
 */
final class ListeningServer implements OvsdbServer {
    private static final Logger LOG = LoggerFactory.getLogger(OvsdbServer.class);
    private static final Duration READER_PATIENCE = Duration.ofSeconds(5);

    final OvsdbServerBuilder.Loops loops;
    final EventLoop home;
    final OvsdbServerBuilder options;

    private final Handler handler;
    private final MessageBudget incomplete;
    private final OutboundBudget unsent;
    private final List<Remote> remotes = new CopyOnWriteArrayList<>();
    private final Map<Long, PeerSession> sessions = new ConcurrentSkipListMap<>();
    private final AtomicLong sessionNumbers = new AtomicLong();
    private @Nullable CompletableFuture<Void> closed; // Guarded by this; set when closing begins.

    ListeningServer(OvsdbServerBuilder options, Handler handler) {
        this.options = options;
        this.handler = handler;
        this.loops = options.loops();
        this.home = loops.connector().eventLoop();
        this.incomplete = options.connections
                .messageBudget()
                .orElseGet(() -> new MessageBudget(options.maxIncompleteBytes, home.clock()));
        this.unsent = options.connections
                .outboundBudget()
                .orElseGet(() -> new OutboundBudget(options.maxUnsentBytes, READER_PATIENCE, home.clock()));
    }

    @Override
    public Handler handler() {
        return handler;
    }

    @Override
    public EventLoop eventLoop() {
        return home;
    }

    @Override
    public List<Remote> remotes() {
        return List.copyOf(remotes);
    }

    @Override
    public synchronized Remote addRemote(RemoteOptions remote) {
        if (closed != null) {
            throw new IllegalStateException("the server was closed");
        }
        OvsdbServerBuilder.requireTls(remote, options.tls);
        ServerRemote added = remote.method() instanceof ConnectionMethod.Passive passive
                ? new PassiveRemote(this, remote, passive)
                : new ActiveRemote(this, remote, (ConnectionMethod.Active) remote.method());
        remotes.add(added);
        added.begin();
        return added;
    }

    void removed(ServerRemote remote) {
        remotes.remove(remote);
    }

    Optional<TlsOptions> tls(RemoteOptions remote) {
        return remote.tls().or(() -> options.tls);
    }

    @Override
    public void serve(Transport transport, RemoteSettings settings) {
        transport
                .eventLoop()
                .execute(() -> begin(transport, RemoteOptions.builder(ANYWHERE).build(), settings, session -> {}));
    }

    private static final ConnectionMethod ANYWHERE = ConnectionMethod.parse("unix:none");

    /** Begins a session, on the transport's loop; null if there is no room for it. */
    @Nullable
    PeerSession begin(
            Transport transport, RemoteOptions remote, RemoteSettings settings, PeerSession.EndListener listener) {
        if (isClosing() || sessions.size() >= options.maxConnections) {
            if (!isClosing()) {
                LOG.warn(
                        "{}: {} is hung up on: there are {} connections (maxConnections)",
                        settings.name(),
                        transport.info(),
                        sessions.size());
            }
            transport.close();
            return null;
        }
        PeerSession session = new PeerSession(
                this, settings, sessionNumbers.incrementAndGet(), transport, connectionOptions(remote), listener);
        sessions.put(session.number(), session);
        session.begin(handler);
        if (isClosing()) {
            session.drain(options.closeTimeout); // It came while the others were told.
        }
        return session;
    }

    private ConnectionOptions connectionOptions(RemoteOptions remote) {
        ConnectionOptions.Builder builder = options.connections.toBuilder();
        builder.messageBudget(incomplete).outboundBudget(unsent);
        remote.inactivityProbe().ifPresentOrElse(builder::inactivityProbe, builder::noInactivityProbe);
        return builder.build();
    }

    boolean isBacklogFull() {
        return unsent.isExceeded();
    }

    void ended(PeerSession session) {
        sessions.remove(session.number());
    }

    @Override
    public List<ServerConnection> sessions() {
        return new ArrayList<>(sessions.values());
    }

    // ---- The end.

    private synchronized boolean isClosing() {
        return closed != null;
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        CompletableFuture<Void> done;
        synchronized (this) {
            if (closed != null) {
                return closed.copy();
            }
            done = new CompletableFuture<>();
            closed = done;
        }
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (Remote remote : remotes) {
            ends.add(((ServerRemote) remote).stop());
        }
        for (PeerSession session : sessions.values()) {
            ends.add(session.drain(options.closeTimeout));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).whenComplete((ended, failure) -> finish(done));
        return done.copy();
    }

    /** Off the event loops, for a handler may block when it closes, and no event loop outlives its own closing. */
    private void finish(CompletableFuture<Void> done) {
        Executor closing = options.closing == null ? ListeningServer::onThreadOfItsOwn : options.closing;
        closing.execute(() -> {
            closeQuietly(handler, "the handler");
            if (loops.own() != null) {
                closeQuietly(loops.own(), "the event loops");
            }
            done.complete(null);
        });
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread closer = new Thread(task, "ovsdb-server-close");
        closer.setDaemon(true);
        closer.start();
    }

    private static void closeQuietly(AutoCloseable part, String what) {
        try {
            part.close();
        } catch (Exception e) { // Whatever user code throws: the rest must be closed too.
            LOG.error("closing {} failed", what, e);
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> done = closeAsync();
        if (!home.inAnyEventLoop()) {
            done.join();
        }
    }

    Duration closeTimeout() {
        return options.closeTimeout;
    }

    @Nullable
    Executor handlerExecutor() {
        return options.handlerExecutor;
    }
}
