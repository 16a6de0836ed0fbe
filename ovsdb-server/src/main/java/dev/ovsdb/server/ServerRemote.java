package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passive and active remotes have in common. State changes on the server's home loop; what it tells is volatile. */
abstract class ServerRemote implements Remote {
    static final Logger LOG = LoggerFactory.getLogger(OvsdbServer.class);

    private static final String REMOVED = "its remote was removed";
    private static final String OTHER_RIGHTS = "its remote has other rights now";

    final ListeningServer server;
    final EventLoop home;
    final CompletableFuture<Remote> firstAttempt = new CompletableFuture<>();
    final Map<Long, PeerSession> sessions = new ConcurrentSkipListMap<>();

    volatile RemoteOptions options;
    volatile boolean stopped;
    volatile @Nullable String lastError;

    private volatile boolean removed;
    private volatile long connectedAt;
    private volatile boolean everConnected;
    private volatile long disconnectedAt;
    private volatile boolean everDisconnected;
    private EventLoop.@Nullable Timer timer;

    ServerRemote(ListeningServer server, RemoteOptions options) {
        this.server = server;
        this.home = server.home;
        this.options = options;
    }

    /** Makes the first attempt. */
    void begin() {
        home.execute(this::attempt);
    }

    /** Listens or connects, unless stopped. On the home loop. */
    abstract void attempt();

    /** Nothing new is accepted or connected from now on; completes when that is so. On the home loop. */
    abstract CompletableFuture<?> end();

    @Override
    public RemoteOptions options() {
        return options;
    }

    @Override
    public CompletableFuture<Remote> firstAttempt() {
        return firstAttempt.copy();
    }

    @Override
    public List<ServerConnection> sessions() {
        return new ArrayList<>(sessions.values());
    }

    /** Tries again later. On the home loop. */
    void attemptIn(Duration delay) {
        timer = home.schedule(delay, this::attempt);
    }

    /**
     * Begins a session over a transport, on its loop.
     *
     * @param open runs when it has begun
     * @param over runs when it has ended
     * @return the session; null if there is none
     */
    @Nullable
    PeerSession begin(Transport transport, Runnable open, Consumer<PeerSession> over) {
        RemoteOptions chosen = options;
        var holder = new Object() {
            @Nullable
            PeerSession session;
        };
        holder.session = server.begin(transport, chosen, chosen.settings(), cause -> {
            if (holder.session != null) {
                ended(holder.session, cause);
                over.accept(holder.session);
            }
        });
        if (holder.session != null) {
            open.run();
            began(holder.session, chosen);
        }
        return holder.session;
    }

    /** Who changes or removes this remote meanwhile has not seen the session, or sees it now. */
    private void began(PeerSession session, RemoteOptions chosen) {
        sessions.put(session.number(), session);
        connectedAt = home.clock().nanoTime();
        everConnected = true;
        if (!session.isOpen()) {
            ended(session, null);
        } else if (removed) {
            session.close(REMOVED);
        } else if (!chosen.settings().equals(options.settings())) {
            session.close(OTHER_RIGHTS);
        }
    }

    /** A session ended. On its own loop. */
    private void ended(PeerSession session, @Nullable Throwable cause) {
        sessions.remove(session.number());
        disconnectedAt = home.clock().nanoTime();
        everDisconnected = true;
        if (cause != null) {
            lastError = cause.getMessage();
        }
    }

    Optional<Duration> sinceConnect() {
        return since(everConnected, connectedAt);
    }

    Optional<Duration> sinceDisconnect() {
        return since(everDisconnected, disconnectedAt);
    }

    private Optional<Duration> since(boolean ever, long nanos) {
        return ever ? Optional.of(Duration.ofNanos(home.clock().nanoTime() - nanos)) : Optional.empty();
    }

    @Override
    public void update(RemoteOptions changed) {
        if (!changed.method().equals(options.method())) {
            throw new IllegalArgumentException(changed + " is another remote than " + options);
        }
        OvsdbServerBuilder.requireTls(changed, server.options.tls);
        boolean otherRights = !changed.settings().equals(options.settings());
        options = changed;
        for (PeerSession session : sessions.values()) {
            if (otherRights) {
                session.close(OTHER_RIGHTS);
            } else {
                session.inactivityProbe(changed.inactivityProbe());
            }
        }
    }

    /** Listens or connects no more; sessions go on. Any thread. */
    CompletableFuture<?> stop() {
        stopped = true;
        CompletableFuture<Void> done = new CompletableFuture<>();
        home.execute(() -> {
            if (timer != null) {
                timer.cancel();
            }
            end().whenComplete((ended, failure) -> done.complete(null));
        });
        return done;
    }

    @Override
    public CompletableFuture<Void> remove() {
        server.removed(this);
        removed = true;
        List<CompletableFuture<?>> ends = new ArrayList<>();
        ends.add(stop());
        for (PeerSession session : sessions.values()) {
            session.close(REMOVED);
            ends.add(session.ended());
        }
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
