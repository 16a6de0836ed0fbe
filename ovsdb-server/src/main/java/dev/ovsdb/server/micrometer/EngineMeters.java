package dev.ovsdb.server.micrometer;

import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.metrics.EngineListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an engine does and holds, in a registry. One for each engine.
 *
 * <pre>{@code
 * EngineMeters meters = new EngineMeters(registry);
 * DatabaseHandler engine = DatabaseHandler.builder().database(schema).listener(meters).build();
 * meters.watch(engine);
 * }</pre>
 *
 * <p>Thread-safe. A database's meters come and go with it. {@code docs/observability.md} lists all of them.
 */
@SuppressWarnings("exports") // Of Micrometer, which who uses this class requires himself.
public final class EngineMeters implements EngineListener {
    private final MeterRegistry registry;
    private final Tags tags;
    private final RequestTimers requests;
    private final AtomicInteger sessions = new AtomicInteger();
    private final DatabaseMeters databases;

    public EngineMeters(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /** @param tags what each meter has besides its own, to tell several engines of one registry apart */
    public EngineMeters(MeterRegistry registry, Tags tags) {
        this.registry = Objects.requireNonNull(registry);
        this.tags = Objects.requireNonNull(tags);
        this.requests = new RequestTimers(registry, tags);
        this.databases = new DatabaseMeters(registry, tags);
        registry.gauge("ovsdb.engine.sessions", tags, sessions);
    }

    /** From now on the gauges show what this engine's databases hold. */
    public void watch(DatabaseHandler engine) {
        databases.watch(engine);
    }

    @Override
    public void databaseAdded(String database) {
        databases.add(database);
    }

    @Override
    public void databaseRemoved(String database) {
        databases.remove(database);
    }

    @Override
    public void sessions(int count) {
        sessions.set(count);
    }

    @Override
    public void requestExecuted(String method, @Nullable String database, @Nullable String errorTag, long nanos) {
        requests.executed(method, database, errorTag, nanos);
    }

    @Override
    public void transactionFinished(
            String database, @Nullable String errorTag, int rowChanges, boolean durable, long nanos) {
        requests.finished(database, errorTag, durable, nanos);
    }

    @Override
    public void published(String database, int transactions, int rowChanges) {
        Tags own = tags.and("database", database);
        registry.counter("ovsdb.engine.published.transactions", own).increment(transactions);
        registry.counter("ovsdb.engine.published.rows", own).increment(rowChanges);
    }

    @Override
    public void storageFailed(String database, String reason) {
        registry.counter("ovsdb.engine.storage.failures", tags.and("database", database))
                .increment();
    }

    @Override
    public void compacted(String database, long nanos, @Nullable Throwable failure) {
        String outcome = failure == null ? "success" : "failure";
        registry.timer("ovsdb.engine.compactions", tags.and("database", database, "outcome", outcome))
                .record(Duration.ofNanos(nanos));
    }

    @Override
    public void disconnected(String reason) {
        registry.counter("ovsdb.engine.disconnects", tags).increment();
    }
}
