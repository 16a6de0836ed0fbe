package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.testkit.conversation.Heard;
import dev.ovsdb.testkit.conversation.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps all that it hears. Thread-safe. */
final class RecordingWitness implements Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final long start;
    private final List<RecordedEvent> events = new ArrayList<>(); // Guarded by this.
    private int sessions; // Guarded by this.
    private int open; // Guarded by this.
    private CompletableFuture<Void> nobody = CompletableFuture.completedFuture(null); // Guarded by this: all have gone.

    RecordingWitness(Clock clock) {
        this.clock = clock;
        this.start = clock.nanoTime();
    }

    @Override
    public int longest() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized Session begin() {
        int session = ++sessions;
        if (open++ == 0) nobody = new CompletableFuture<>();
        return new Session() {
            @Override
            public void client(Heard message) {
                add(session, Speaker.CLIENT, message);
            }

            @Override
            public void server(Heard message) {
                add(session, Speaker.SERVER, message);
            }

            @Override
            public void ended() {
                end(session);
            }
        };
    }

    private synchronized void add(int session, Speaker from, Heard message) {
        events.add(new RecordedMessage(micros(), session, from, message.start()));
    }

    private synchronized void end(int session) {
        events.add(new RecordedEnd(micros(), session));
        if (--open == 0) nobody.complete(null);
    }

    private long micros() {
        return TimeUnit.NANOSECONDS.toMicros(clock.nanoTime() - start);
    }

    synchronized Recording recording() {
        return new Recording(events);
    }

    private synchronized CompletableFuture<Void> nobody() {
        return nobody;
    }

    Recording finished() {
        try {
            nobody().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return recording();
        } catch (TimeoutException e) {
            throw new IllegalStateException("a client is still there after " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a client was still there", e);
        }
    }
}
