package dev.ovsdb.idl;

import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.jsonrpc.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a replica stands, and the futures of it. The writer moves it, but for its end, which may come from any thread and is never
 * undone: moves are guarded by {@code this}.
 */
final class Standing {
    private final Clock clock;
    private final Consumer<IdlState> onChange;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile IdlState state;

    Standing(Clock clock, Consumer<IdlState> onChange) {
        this.clock = clock;
        this.onChange = onChange;
        this.state = new IdlState(Phase.CONNECTING, clock.now(), null);
    }

    IdlState state() {
        return state;
    }

    boolean isStopped() {
        return state.phase() == Phase.STOPPED;
    }

    /** A connection stands on which contents were asked for. */
    void asked() {
        if (state.phase() == Phase.CONNECTING) {
            moveTo(Phase.SYNCING, null);
        }
    }

    /** There are contents, and changes follow. */
    void isLive() {
        moveTo(Phase.LIVE, null);
    }

    /** The contents are not the server's, or not yet. Why is remembered also if it became known only now. */
    void stale(@Nullable Throwable cause) {
        IdlState now = state;
        if (now.phase() == Phase.LIVE) {
            moveTo(Phase.STALE, cause);
        } else if (now.causeOrNull() == null && cause != null) {
            become(new IdlState(now.phase(), now.since(), cause));
        }
    }

    /** It is over; says whether it was not yet. */
    boolean stop(@Nullable Throwable cause) {
        synchronized (this) {
            if (isStopped()) {
                return false;
            }
            state = new IdlState(Phase.STOPPED, clock.now(), cause);
        }
        onChange.accept(state);
        return true;
    }

    private void moveTo(Phase phase, @Nullable Throwable cause) {
        if (state.phase() != phase) {
            become(new IdlState(phase, clock.now(), cause));
        }
    }

    private void become(IdlState next) {
        synchronized (this) {
            if (isStopped()) {
                return;
            }
            state = next;
        }
        onChange.accept(next);
    }

    /** Tells those who wait for it to be live that it is. */
    void tellLive() {
        live.complete(null);
    }

    /** Tells those who wait for anything that it is over. */
    void tellStopped(@Nullable Throwable cause) {
        if (cause == null) {
            live.completeExceptionally(new CancellationException("the replica was closed"));
            stopped.complete(null);
        } else {
            live.completeExceptionally(cause);
            stopped.completeExceptionally(cause);
        }
    }

    CompletableFuture<Void> live() {
        return live.copy();
    }

    CompletableFuture<Void> stopped() {
        return stopped.copy();
    }
}
