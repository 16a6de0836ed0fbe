package dev.ovsdb.server.micrometer;

import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseFigures;
import dev.ovsdb.server.engine.DatabaseHandler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How much each database holds, asked when the registry is read. Until there is an engine to ask it is unknown. */
final class DatabaseMeters {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<String, List<Meter>> byDatabase = new TreeMap<>(); // Guarded by this.
    private volatile @Nullable DatabaseHandler engine;

    DatabaseMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    void watch(DatabaseHandler watched) {
        engine = watched;
    }

    synchronized void add(String database) {
        List<Meter> meters = byDatabase.computeIfAbsent(database, unused -> new ArrayList<>());
        held(meters, database, "rows", "rows", DatabaseFigures::rows);
        held(meters, database, "atoms", "atoms", DatabaseFigures::atoms);
        held(meters, database, "weak.references", "references", DatabaseFigures::weakReferences);
        held(meters, database, "history.transactions", "transactions", DatabaseFigures::historyTransactions);
        held(meters, database, "history.atoms", "atoms", DatabaseFigures::historyAtoms);
        held(meters, database, "blocked", "transactions", DatabaseFigures::blockedTransactions);
        held(meters, database, "monitors", "monitors", DatabaseFigures::monitors);
        held(meters, database, "monitors.waiting.steps", "steps", DatabaseFigures::waitingSteps);
        held(meters, database, "monitors.waiting.rows", "rows", DatabaseFigures::waitingRows);
        gauge(meters, database, "log.records", "records", it -> it.status().records());
        gauge(meters, database, "log.size", "bytes", it -> it.status().bytes());
    }

    synchronized void remove(String database) {
        List<Meter> meters = byDatabase.remove(database);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    private void held(
            List<Meter> meters, String database, String name, String unit, ToDoubleFunction<DatabaseFigures> figure) {
        gauge(meters, database, name, unit, it -> figure.applyAsDouble(it.figures()));
    }

    private void gauge(
            List<Meter> meters, String database, String name, String unit, ToDoubleFunction<Database> figure) {
        meters.add(Gauge.builder("ovsdb.database." + name, () -> ask(database, figure))
                .tags(tags.and("database", database))
                .baseUnit(unit)
                .register(registry));
    }

    private double ask(String database, ToDoubleFunction<Database> figure) {
        DatabaseHandler asked = engine;
        return asked == null
                ? Double.NaN
                : asked.database(database).map(figure::applyAsDouble).orElse(Double.NaN);
    }
}
