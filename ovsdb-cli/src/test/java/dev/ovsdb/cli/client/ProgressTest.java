package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.jsonrpc.time.Clock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Duration now = Duration.ZERO;

    private final Clock clock = new Clock() {
        @Override
        public long nanoTime() {
            return now.toNanos();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(now);
        }
    };

    private BodyConsumer<JsonBytes> consumer(boolean watched) {
        return new Progress(clock, new PrintStream(err, true, StandardCharsets.UTF_8), watched).consumer();
    }

    private static ByteBuffer megabyte() {
        return ByteBuffer.wrap("1".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aShortAnswerIsNotCounted() {
        BodyConsumer<JsonBytes> consumer = consumer(true);
        consumer.onChunk(megabyte());
        assertThat(consumer.onEnd().size()).isEqualTo(1_000_000);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aLongAnswerIsCountedAndTheLineWipedInTheEnd() {
        BodyConsumer<JsonBytes> consumer = consumer(true);
        consumer.onChunk(megabyte());
        now = Duration.ofSeconds(1);
        consumer.onChunk(megabyte());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[K2.0 MB received, 2.0 MB/s");
        assertThat(consumer.onEnd().size()).isEqualTo(2_000_000);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("MB/s\r\u001b[K");
    }

    @Test
    void nobodyIsToldWhereThereIsNoTerminal() {
        BodyConsumer<JsonBytes> consumer = consumer(false);
        consumer.onChunk(megabyte());
        now = Duration.ofMinutes(1);
        consumer.onChunk(megabyte());
        consumer.onEnd();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
