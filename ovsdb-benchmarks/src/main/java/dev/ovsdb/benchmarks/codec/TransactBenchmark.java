package dev.ovsdb.benchmarks.codec;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.ResultReader;
import dev.ovsdb.protocol.rpc.Transact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A small transaction's way out and its answer's way in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransactBenchmark {
    private static final byte[] REPLY =
            "[{\"uuid\":[\"uuid\",\"8a4f2c1e-0b7d-4f7e-9a51-3d6c2b1f0e9d\"]}]".getBytes(StandardCharsets.UTF_8);

    private final List<Operation> asked = List.of(insert());

    @Benchmark
    public List<ByteBuffer> encode() {
        return Transact.params("OVN_Northbound", List.of(insert()));
    }

    @Benchmark
    public TransactionOutcome decode() {
        ResultReader<TransactionOutcome> reader = Transact.result(asked, null);
        reader.feed(ByteBuffer.wrap(REPLY));
        return reader.finish();
    }

    private static Insert insert() {
        return Insert.into("Logical_Switch")
                .set("name", "switch")
                .set("external_ids", Datum.map(Map.of(Atom.of("owner"), Atom.of("bench"))))
                .build();
    }
}
