package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.jsonrpc.time.Clock;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells a person how much of a long answer has arrived, on one line of standard error that is wiped out in the end; only if
 * standard error is a terminal, and only when it takes longer than a moment. Confined to the event loop.
 */
final class Progress {
    private static final long MOMENT = Duration.ofMillis(500).toNanos();
    private static final String WIPE = "\r\u001b[K";

    private final Clock clock;
    private final PrintStream err;
    private final boolean watched;
    private final long from;
    private long bytes;
    private long shown;

    /** @param watched whether there is somebody to tell */
    Progress(Clock clock, PrintStream err, boolean watched) {
        this.clock = clock;
        this.err = err;
        this.watched = watched;
        this.from = clock.nanoTime();
        this.shown = from;
    }

    /** Keeps an answer, and counts it. */
    BodyConsumer<JsonBytes> consumer() {
        BodyConsumer<JsonBytes> kept = BodyConsumer.buffered(body -> body);
        return watched ? new Counting(kept) : kept;
    }

    private final class Counting implements BodyConsumer<JsonBytes> {
        private final BodyConsumer<JsonBytes> kept;

        Counting(BodyConsumer<JsonBytes> kept) {
            this.kept = kept;
        }

        @Override
        public void onChunk(ByteBuffer chunk) {
            count(chunk.remaining());
            kept.onChunk(chunk);
        }

        @Override
        public JsonBytes onEnd() {
            wipe();
            return kept.onEnd();
        }

        @Override
        public void onFailure(Throwable cause) {
            wipe();
            kept.onFailure(cause);
        }
    }

    private void count(int more) {
        bytes += more;
        long now = clock.nanoTime();
        if (now - shown >= MOMENT) {
            shown = now;
            double seconds = (now - from) / 1e9;
            err.print(String.format(
                    Locale.ROOT, "%s%.1f MB received, %.1f MB/s", WIPE, bytes / 1e6, bytes / 1e6 / seconds));
            err.flush();
        }
    }

    private void wipe() {
        if (shown != from) {
            err.print(WIPE);
            err.flush();
        }
    }
}
