package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the players of one playback share: their loop, to which this is confined, the judge, and how it ends. */
final class Stage {
    private final EventLoop loop;
    private final Playback playback;
    private final Script script;
    private final Judge judge;
    private final long start;
    private final CompletableFuture<Comparison> result = new CompletableFuture<>();
    private EventLoop.@Nullable Timer impatience;
    private long quietUntil; // Nanoseconds since the start.

    Stage(EventLoop loop, Playback playback) {
        this.loop = loop;
        this.playback = playback;
        this.script = playback.script();
        this.judge = new Judge(script, playback.rules());
        this.start = loop.clock().nanoTime();
    }

    EventLoop loop() {
        return loop;
    }

    Script script() {
        return script;
    }

    Judge judge() {
        return judge;
    }

    /** Any thread. */
    CompletableFuture<Comparison> result() {
        return result;
    }

    boolean isOver() {
        return result.isDone();
    }

    /** How long it still is until something is said that was said at this time; zero if it is time. */
    Duration untilDue(long micros) {
        Duration left = playback.due(micros).minusNanos(loop.clock().nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration patience() {
        return playback.patience();
    }

    /** Nothing is expected sooner, since it is not time for it. */
    void dueIn(Duration left) {
        quietUntil = Math.max(quietUntil, loop.clock().nanoTime() - start + left.toNanos());
    }

    /** Something was said or heard: patience begins anew. When it ends, what is waited for then did not come. */
    void progress(Supplier<Difference> awaited) {
        if (impatience != null) impatience.cancel();
        if (isOver()) return;
        long quiet = Math.max(0, quietUntil - (loop.clock().nanoTime() - start));
        impatience = loop.schedule(playback.patience().plusNanos(quiet), () -> differ(awaited.get()));
    }

    void differ(Difference difference) {
        end(Optional.of(difference));
    }

    void complete() {
        end(Optional.empty());
    }

    private void end(Optional<Difference> difference) {
        if (impatience != null) impatience.cancel();
        result.complete(new Comparison(judge.same(), difference));
    }
}
