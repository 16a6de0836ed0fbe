package dev.ovsdb.benchmarks.codec;

import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.monitor.TableUpdatesReader;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.InstalledSchemas;
import java.io.IOException;
import java.nio.ByteBuffer;
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

/** The initial contents of a large monitor, read from pieces of 64 KiB into typed rows that are not kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MonitorReplyBenchmark {
    private static final int PIECE = 1 << 16;
    private static final int UNITS = 1000;

    private byte[] reply = new byte[0];
    private UpdateSchema schema = UpdateSchema.NONE;

    @Setup
    public void makeReply() throws IOException {
        reply = MonitorReply.ofUnits(UNITS);
        schema = UpdateSchema.of(
                DatabaseSchema.parse(InstalledSchemas.require("ovn-nb.ovsschema")), UnknownNames.REFUSE);
        System.out.printf("# %,d bytes, %,d rows%n", reply.length, UNITS * 30);
    }

    @Benchmark
    public void decodeTyped(Blackhole hole) {
        read(schema, hole);
    }

    @Benchmark
    public void decodeSchemaFree(Blackhole hole) {
        read(UpdateSchema.NONE, hole);
    }

    private void read(UpdateSchema known, Blackhole hole) {
        TableUpdatesReader reader = TableUpdatesReader.of(
                UpdatesMessage.MONITOR_COND_RESULT, known, (table, uuid, update) -> hole.consume(update));
        for (int at = 0; at < reply.length; at += PIECE) {
            reader.feed(ByteBuffer.wrap(reply, at, Math.min(PIECE, reply.length - at)));
        }
        hole.consume(reader.finish());
    }
}
