package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.change.RowChange;
import dev.ovsdb.protocol.MapDatum;

/** How long after they were sent it hears of rows, which say when that was. */
final class LagTask extends Observer {
    private Times times = new Times();

    static Idl run(Target target) throws InterruptedException {
        Idl idl = ReplicaDriver.live(target);
        new LagTask().observe(idl);
        return idl;
    }

    @Override
    void begin() {
        times = new Times();
    }

    @Override
    void change(RowChange change) {
        long now = System.nanoTime();
        if (change.row().get("other_config") instanceof MapDatum config)
            config.get(Marks.STAMP).ifPresent(stamp -> times.add(Marks.since(Integer.parseInt(stamp), now)));
    }

    @Override
    Figures end() {
        return Figures.of("p50-us", times.micros(0.5), "p99-us", times.micros(0.99));
    }
}
