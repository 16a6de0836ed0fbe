package dev.ovsdb.benchmarks.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One small transaction each, begun, committed and published, in a database of so many rows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // Filled by @Setup.
public class CommitBenchmark {
    @Param({"1000", "100000"})
    int rows;

    private final Northbound database = new Northbound();
    private TableRow ls;
    private TableRow port;
    private long count;

    @Setup
    public void fill() {
        ls = database.fill(22_000);
        database.fill(rows);
        port = Objects.requireNonNull(
                database.ports.find(((Atom.UuidAtom) ports().atoms().get(0)).value()));
    }

    private SetDatum ports() {
        return (SetDatum) Objects.requireNonNull(ls.head()).value(database.portsColumn);
    }

    /** A root row, kept: the database grows. */
    @Benchmark
    public void insert() {
        StoreTransaction transaction = database.store.begin();
        Datum[] values = Northbound.defaults(database.switches);
        values[0] = Datum.of("ls-" + count++);
        transaction.insert(database.switches, database.ids.nextUuid(), values);
        database.commit(transaction);
    }

    /** One column of a row with an index and references. */
    @Benchmark
    public void update() {
        StoreTransaction transaction = database.store.begin();
        transaction.set(port, 1, Datum.of("type-" + count++));
        database.commit(transaction);
    }

    /** A port more in a set of 22,000, and one that goes: garbage collected. */
    @Benchmark
    public void addAndRemoveOfMany() {
        StoreTransaction transaction = database.store.begin();
        UUID uuid = database.ids.nextUuid();
        transaction.insert(database.ports, uuid, database.port());
        DatumDelta added = ports().plus(Atom.of(uuid));
        transaction.set(ls, database.portsColumn, added);
        database.commit(transaction);
        transaction = database.store.begin();
        transaction.set(ls, database.portsColumn, ports().minus(Atom.of(uuid)));
        database.commit(transaction);
    }

    @Benchmark
    public List<TableRow> lookupByIndex() {
        StoreTransaction transaction = database.store.begin();
        List<TableRow> found =
                Objects.requireNonNull(transaction.lookup(database.ports, 0, Datum.of("port-" + (count++ & 1023))));
        transaction.abort();
        return found;
    }
}
