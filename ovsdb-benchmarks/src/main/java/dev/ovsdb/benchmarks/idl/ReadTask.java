package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Units;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.IdlTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows of a table found by UUID, and by name, in an order that no cache knows, and the name of each looked at: millions a second, of one
 * thread and of two together.
 */
final class ReadTask {
    private static final long SEED = 1;
    private static final int AT_ONCE = 1_000; // Lookups between two looks at the clock.

    private ReadTask() {}

    static Idl run(Target target) throws Exception {
        Idl idl = ReplicaDriver.live(target);
        IdlTable ports = idl.table("Logical_Switch_Port");
        IdlIndex byName = ports.index("name");
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, target.ports()).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        UUID[] uuids =
                order.stream().map(i -> UUID.fromString(Units.portUuid(i))).toArray(UUID[]::new);
        String[] names = order.stream().map(Units::portName).toArray(String[]::new);
        IntUnaryOperator uuid = i ->
                ports.require(uuids[i % uuids.length]).get("name").asString().length();
        IntUnaryOperator name = i -> byName.find(names[i % names.length])
                .orElseThrow()
                .get("name")
                .asString()
                .length();
        System.out.println(Figures.of(
                        "rate-uuid", rate(target, 1, uuid),
                        "rate-uuid-2", rate(target, 2, uuid),
                        "rate-name", rate(target, 1, name),
                        "rate-name-2", rate(target, 2, name))
                .toLine());
        return idl;
    }

    /** Millions a second. */
    private static double rate(Target target, int threads, IntUnaryOperator lookup) throws Exception {
        during(target.warmUp() / 4, threads, lookup);
        return during(target.seconds() / 4, threads, lookup);
    }

    private static double during(double seconds, int threads, IntUnaryOperator lookup) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int from = i * 7_919;
                rates.add(pool.submit(() -> alone(seconds, from, lookup)));
            }
            double sum = 0;
            for (Future<Double> rate : rates) sum += rate.get();
            return sum / 1e6;
        } finally {
            pool.shutdown();
        }
    }

    private static double alone(double seconds, int from, IntUnaryOperator lookup) {
        int length = Units.portName(0).length();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long seen = 0;
        int next = from;
        while (System.nanoTime() - end < 0) {
            for (int i = 0; i < AT_ONCE; i++) seen += lookup.applyAsInt(next++ & Integer.MAX_VALUE);
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        int count = next - from;
        if (seen != (long) count * length) throw new IllegalStateException("other names than those asked for");
        return count / elapsed;
    }
}
