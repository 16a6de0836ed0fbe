package dev.ovsdb.benchmarks.codec;

import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The framer alone: a large reply in pieces of 64 KiB, and many small replies in one piece. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FramingBenchmark {
    private static final int PIECE = 1 << 16;
    private static final int UNITS = 1000;
    private static final int REPLIES = 64;
    private static final String INSERTED =
            "{\"id\":%d,\"result\":[{\"uuid\":[\"uuid\",\"8a4f2c1e-0b7d-4f7e-9a51-3d6c2b1f0e9d\"]}],\"error\":null}";

    private byte[] largeReply = new byte[0];
    private byte[] smallReplies = new byte[0];

    @Setup
    public void makeReplies() {
        String contents = new String(MonitorReply.ofUnits(UNITS), StandardCharsets.UTF_8);
        largeReply = bytes("{\"id\":1,\"result\":" + contents + ",\"error\":null}");
        StringBuilder small = new StringBuilder();
        for (int id = 0; id < REPLIES; id++) {
            small.append(INSERTED.formatted(id));
        }
        smallReplies = bytes(small.toString());
        System.out.printf(
                "# large reply: %,d bytes; %d small ones: %,d bytes%n", largeReply.length, REPLIES, small.length());
    }

    @Benchmark
    public void oneLargeReply(Blackhole hole) {
        frame(largeReply, hole);
    }

    @Benchmark
    public void manySmallReplies(Blackhole hole) {
        frame(smallReplies, hole);
    }

    private static void frame(byte[] bytes, Blackhole hole) {
        MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, hole::consume);
        for (int at = 0; at < bytes.length; at += PIECE) {
            framer.feed(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
