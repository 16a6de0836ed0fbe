package dev.ovsdb.client.session;

import dev.ovsdb.client.Health;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.locking.LockRegistry;
import dev.ovsdb.client.subscription.MonitorRegistry;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives the connections of a session: its state, its gate, its monitors and locks, its listeners.
 *
 * <p>Its driver moves it, on the event loop: {@link #live}, {@link #lost}, and once {@link #end}. Everybody else reads.
 */
final class SessionCore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCore.class);

    private final EventLoop loop;
    private final SessionState afterLoss;
    private final Gate gate;
    private final LockRegistry locks = new LockRegistry();
    private final MonitorRegistry monitors;
    private final SessionListeners listeners;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private Consumer<Conversation> beforeServing = conversation -> {};
    private volatile SessionState state = SessionState.CONNECTING;
    private volatile @Nullable Conversation conversation;
    private volatile @Nullable Throwable trouble;

    /** @param afterLoss where a session is when its connection has ended and its driver is yet to be told */
    SessionCore(EventLoop loop, SessionOptions options, SessionState afterLoss) {
        this.loop = loop;
        this.afterLoss = afterLoss;
        this.gate = new Gate(loop, options.failFast());
        this.monitors = new MonitorRegistry();
        this.listeners = new SessionListeners(options.listeners());
    }

    EventLoop loop() {
        return loop;
    }

    /** Runs the end that somebody outside asked for; where the loop is over, the session has ended with it. */
    void onLoopUnlessOver(Runnable end) {
        try {
            loop.execute(end);
        } catch (RejectedExecutionException e) {
            LOG.trace("closed already, and its event loop has ended", e);
        }
    }

    Gate gate() {
        return gate;
    }

    LockRegistry locks() {
        return locks;
    }

    MonitorRegistry monitors() {
        return monitors;
    }

    SessionListeners listeners() {
        return listeners;
    }

    /** Honest at every moment: never live with a connection that has ended. */
    SessionState state() {
        SessionState now = state;
        Conversation serving = conversation;
        boolean served = serving != null && serving.isOpen();
        return now == SessionState.LIVE && !served ? afterLoss : now;
    }

    /** Completes when the session has ended; its driver's own matters may still go on. */
    CompletableFuture<Void> ended() {
        return closed;
    }

    Optional<Conversation> conversation() {
        return Optional.ofNullable(conversation).filter(Conversation::isOpen);
    }

    /** Remembers why the session is not live, for {@link #health}. */
    void trouble(Throwable cause) {
        trouble = cause;
    }

    void moveTo(SessionState next) {
        SessionState previous = state;
        if (previous != next) {
            state = next;
            listeners.tell(each -> each.onStateChanged(previous, next));
        }
    }

    /** What else to do with a conversation before it serves; set before the session starts. */
    void beforeServing(Consumer<Conversation> action) {
        beforeServing = action;
    }

    /** A conversation is ready to serve: monitors and locks are asked for first, then calls pass. */
    void live(Conversation ready) {
        conversation = ready;
        trouble = null;
        moveTo(SessionState.LIVE);
        LOG.info("Session with {} is live", ready.info());
        beforeServing.accept(ready);
        monitors.attached(ready);
        locks.attached(ready);
        gate.open(ready);
        listeners.tell(each -> each.onConnected(ready.info()));
    }

    /** The conversation that was live is over. */
    void lost(@Nullable Throwable cause) {
        Conversation was = conversation;
        if (was == null) {
            return;
        }
        gate.shut();
        conversation = null;
        trouble = cause;
        LOG.info("Session with {} is lost: {}", was.info(), cause == null ? "closed here" : cause.getMessage());
        monitors.detached(cause);
        locks.detached();
        listeners.tell(each -> each.onDisconnected(cause));
    }

    /** The session is over. Calls that wait, monitors and locks end with it. */
    void end(@Nullable Throwable cause) {
        if (state == SessionState.CLOSED) {
            return;
        }
        lost(cause);
        trouble = cause;
        moveTo(SessionState.CLOSED);
        ConnectionClosedException closing = new ConnectionClosedException(
                cause == null ? "the session was closed" : "the session ended: " + cause.getMessage(), false, cause);
        gate.end(closing);
        monitors.ended(closing);
        locks.ended(closing);
        if (cause == null) {
            closed.complete(null);
        } else {
            closed.completeExceptionally(cause);
        }
    }

    /** What somebody who waited for the session to become live is told. */
    static Throwable closedBecause(@Nullable Throwable cause) {
        return cause != null ? cause : new ConnectionClosedException("the session was closed", false, null);
    }

    /** Why a connection ended that nobody here wanted to end. */
    static Throwable orHungUp(@Nullable Throwable cause) {
        return cause != null ? cause : new ConnectionClosedException("the connection was closed", false, null);
    }

    Health health() {
        SessionState now = state();
        if (now != SessionState.LIVE) {
            Throwable why = trouble;
            String since = why == null ? "" : ": " + why.getMessage();
            return new Health(Health.Status.DOWN, now.name().toLowerCase(Locale.ROOT) + since);
        }
        List<String> missingMonitors = monitors.missing();
        List<String> missingLocks = locks.missing();
        if (missingMonitors.isEmpty() && missingLocks.isEmpty()) {
            return new Health(Health.Status.UP, "live");
        }
        return new Health(
                Health.Status.DEGRADED, "live without monitors " + missingMonitors + " and locks " + missingLocks);
    }

    int pendingCalls() {
        Conversation now = conversation;
        return gate.size() + (now == null ? 0 : now.pendingCalls());
    }
}
