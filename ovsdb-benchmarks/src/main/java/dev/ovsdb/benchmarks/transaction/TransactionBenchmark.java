package dev.ovsdb.benchmarks.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.server.engine.transaction.TransactRequest;
import dev.ovsdb.server.engine.transaction.TransactResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Small transactions on a database of switches and ports: read, executed and published, without storage, monitors and sockets.
 * {@code toggle} adds and removes one reference in a set of 20,000.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransactionBenchmark {
    private final PortDatabase database = new PortDatabase();

    @Setup(Level.Iteration)
    public void fill() {
        database.fill(20_000);
    }

    @Benchmark
    public TransactRequest readInsert() {
        return database.read(database.insert());
    }

    @Benchmark
    public TransactResult insert() {
        return database.run(database.insert());
    }

    @Benchmark
    public TransactResult mutate() {
        return database.run(database.mutate());
    }

    @Benchmark
    public TransactResult update() {
        return database.run(database.update());
    }

    @Benchmark
    public TransactResult select() {
        return database.run(database.select());
    }

    @Benchmark
    public JsonBytes selectByName() {
        return database.run(database.selectByName()).toJson();
    }

    @Benchmark
    public TransactResult toggle() {
        return database.run(database.toggle());
    }

    @Benchmark
    public TransactResult insertIntoSwitch() {
        return database.run(database.insertIntoSwitch());
    }
}
