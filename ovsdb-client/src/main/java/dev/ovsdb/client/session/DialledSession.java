package dev.ovsdb.client.session;

import dev.ovsdb.client.ServerRejectedException;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.server.StaleMark;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.reconnect.Backoff;
import dev.ovsdb.jsonrpc.reconnect.EndpointList;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dials the remotes of a session, one round after the other. Confined to the session's event loop, but for the methods of
 * {@link Driver}.
 *
 * <pre>
 *   beginRound --(back-off)--> tryNext --attempt--> live --connection lost--> beginRound
 *                                 ^         |
 *                                 +--failed-+--all failed--> beginRound
 * </pre>
 *
 * <p>Within a round the remotes are tried one behind the other without a pause; only whole rounds wait. When all that
 * happened is that the leader moved, the next round does not wait either. Before the session was ever live, an untrusted
 * remote ends it at once, and so, for a session that wants to know, does a whole round of failures to connect.
 */
final class DialledSession implements Driver {
    private static final Logger LOG = LoggerFactory.getLogger(DialledSession.class);

    private final SessionCore core;
    private final SessionOptions options;
    private final EventLoop loop;
    private final RemoteChoice choice;
    private final Backoff backoff;
    private final Dialer dialer;
    private final boolean patient;
    private final Supplier<CompletableFuture<Void>> release;
    private final CompletableFuture<Void> firstLive = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final StaleMark mark = new StaleMark();
    private EndpointList remotes;
    private EventLoop.Timer timer = () -> {};
    private EventLoop.Timer firstTimer = () -> {};
    private @Nullable ConnectionAttempt attempt;
    private @Nullable Conversation live;
    private ConnectionMethod.@Nullable Active liveRemote; // That of live, or of the one before.
    private @Nullable Throwable lastFailure;
    private long liveSince;
    private int leftInRound;
    private boolean rejectedInRound;
    private boolean everLive;
    private boolean over;

    /**
     * @param patient whether the session goes on trying although it could not connect to any remote at first
     * @param release gives back what the session's owner made for it alone
     */
    DialledSession(
            SessionCore core,
            SessionOptions options,
            List<ConnectionMethod.Active> remotes,
            RemoteChoice choice,
            Backoff backoff,
            Dialer dialer,
            boolean patient,
            Supplier<CompletableFuture<Void>> release) {
        this.core = core;
        this.options = options;
        this.loop = core.loop();
        this.choice = choice;
        this.remotes = choice.ordered(remotes);
        this.backoff = backoff;
        this.dialer = dialer;
        this.patient = patient;
        this.release = release;
    }

    /** Completes when the session is live for the first time, fails when it ended before. */
    CompletableFuture<Void> firstLive() {
        return firstLive;
    }

    @Override
    public void start() {
        loop.execute(() -> {
            Duration limit = options.timeouts().firstConnect();
            if (!patient && !limit.isZero()) {
                firstTimer = loop.schedule(limit, () -> finish(firstConnectTimedOut(limit)));
            }
            beginRound();
        });
    }

    @Override
    public void close() {
        core.onLoopUnlessOver(() -> finish(null));
    }

    @Override
    public CompletableFuture<Void> released() {
        return released;
    }

    @Override
    public void forceReconnect() {
        core.onLoopUnlessOver(() -> dialAnew("a new connection was asked for"));
    }

    @Override
    public void setRemotes(List<? extends ConnectionMethod.Active> others) {
        List<ConnectionMethod.Active> fixed = List.copyOf(others);
        choice.check(fixed);
        core.onLoopUnlessOver(() -> use(choice.ordered(fixed)));
    }

    private void use(EndpointList others) {
        boolean someNew = !remotes.all().containsAll(others.all());
        remotes = others;
        ConnectionMethod.Active inUse = live != null ? liveRemote : attempt != null ? attempt.remote() : null;
        if (inUse == null ? someNew : !others.all().contains(inUse)) {
            dialAnew("its remote is not to be used any more");
        } else {
            leftInRound = others.size() - 1; // Should an attempt that is under way fail.
        }
    }

    /** Begins a round at once, whatever is under way. */
    private void dialAnew(String why) {
        if (over) {
            return;
        }
        timer.cancel();
        backoff.skipOnce();
        if (live != null) {
            live.close(new ConnectionClosedException(why, true, null)); // The round begins when it is lost.
            return;
        }
        if (attempt != null) {
            attempt.abandon();
            attempt = null;
        }
        beginRound();
    }

    private ConnectFailedException firstConnectTimedOut(Duration limit) {
        String last = lastFailure == null ? "no answer" : lastFailure.getMessage();
        return new ConnectFailedException(
                ConnectFailedException.Kind.TIMEOUT,
                remotes + ": not connected within " + limit + ": " + last,
                lastFailure);
    }

    private void beginRound() {
        if (over) {
            return;
        }
        leftInRound = remotes.size();
        rejectedInRound = false;
        Duration wait = backoff.next();
        if (wait.isZero()) {
            tryNext();
        } else {
            core.moveTo(SessionState.BACKING_OFF);
            timer = loop.schedule(wait, this::tryNext);
        }
    }

    private void tryNext() {
        if (over) {
            return;
        }
        leftInRound--;
        ConnectionMethod.Active remote = remotes.next();
        core.moveTo(SessionState.CONNECTING);
        ConnectionAttempt next = new ConnectionAttempt(remote, core, options, mark);
        attempt = next;
        next.run(dialer, this::turnedUnfit)
                .whenComplete((conversation, failure) -> loop.execute(() -> settled(next, conversation, failure)));
    }

    private void settled(ConnectionAttempt which, @Nullable Conversation conversation, @Nullable Throwable failure) {
        if (over || which != attempt) {
            return; // It was abandoned, and has closed what it had.
        }
        if (conversation != null && !conversation.isOpen()) { // It ended right behind its last answer.
            conversation
                    .closed()
                    .thenAccept(cause -> loop.execute(() -> settled(which, null, SessionCore.orHungUp(cause))));
            return;
        }
        attempt = null;
        if (conversation != null) {
            goLive(which.remote(), conversation);
        } else {
            failed(which.remote(), Failures.unwrap(Objects.requireNonNull(failure)));
        }
    }

    private void goLive(ConnectionMethod.Active remote, Conversation conversation) {
        everLive = true;
        live = conversation;
        liveRemote = remote;
        liveSince = loop.clock().nanoTime();
        firstTimer.cancel();
        core.live(conversation);
        firstLive.complete(null);
        conversation.closed().thenAccept(cause -> loop.execute(() -> lost(conversation, cause)));
    }

    private void turnedUnfit(Conversation conversation, ServerRejectedException why) {
        LOG.info("{}; looking for another server", why.getMessage());
        // Also if it is not live yet.
        conversation.close(new ConnectionClosedException(String.valueOf(why.getMessage()), true, why));
    }

    private void lost(Conversation conversation, @Nullable Throwable cause) {
        if (over || conversation != live) {
            return;
        }
        live = null;
        core.lost(cause);
        Duration up = Duration.ofNanos(loop.clock().nanoTime() - liveSince);
        backoff.sessionEnded(up, false);
        if (leaderMoved(cause)) {
            backoff.skipOnce();
        }
        beginRound();
    }

    private static boolean leaderMoved(@Nullable Throwable cause) {
        return cause != null && cause.getCause() instanceof ServerRejectedException rejected && rejected.leaderMoved();
    }

    private void failed(ConnectionMethod.Active remote, Throwable failure) {
        lastFailure = failure;
        core.trouble(failure);
        core.listeners().tell(each -> each.onAttemptFailed(remote.toString(), failure));
        rejectedInRound |=
                failure instanceof ServerRejectedException || failure.getCause() instanceof ServerRejectedException;
        if (failure instanceof ConnectFailedException refusal
                && refusal.kind() == ConnectFailedException.Kind.UNTRUSTED) {
            untrusted(remote, refusal);
        } else {
            LOG.debug("{} failed: {}", remote, failure.getMessage());
            tryAnother(failure);
        }
    }

    private void untrusted(ConnectionMethod.Active remote, ConnectFailedException refusal) {
        LOG.error("{} is not trusted: {}", remote, refusal.getMessage());
        core.listeners().tell(each -> each.onUntrusted(remote.toString(), refusal));
        if (everLive) {
            tryAnother(refusal);
        } else {
            finish(refusal); // Trying again cannot help, and somebody has to look at it.
        }
    }

    private void tryAnother(Throwable failure) {
        if (over) {
            return; // A listener closed the session.
        }
        if (leftInRound > 0) {
            tryNext();
        } else if (everLive || patient || rejectedInRound) {
            beginRound();
        } else {
            finish(failure);
        }
    }

    /** Ends the session; null if its user wants it. */
    private void finish(@Nullable Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        timer.cancel();
        firstTimer.cancel();
        CompletableFuture<?> gone = CompletableFuture.completedFuture(null);
        if (attempt != null) {
            gone = attempt.abandon();
        }
        Conversation last = live;
        if (last != null) {
            last.close();
            gone = last.closed();
        }
        core.end(cause);
        firstLive.completeExceptionally(SessionCore.closedBecause(cause));
        gone.handle((done, failure) -> release.get().whenComplete((freed, failed) -> released.complete(null)));
    }
}
