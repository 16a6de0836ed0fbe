package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.micrometer.EngineMeters;
import dev.ovsdb.server.micrometer.ServerMeters;
import dev.ovsdb.server.storage.MemoryStorage;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the engine does, as Micrometer's users see it. */
class EngineMetersTest {
    private static final Tags A = Tags.of("database", "A");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EngineMeters meters = new EngineMeters(registry);
    private final Bench bench = new Bench(DatabaseHandler.builder().listener(meters));
    private final Bench.Client anna = bench.client();

    private double gauge(String name) {
        return registry.get(name).tags(A).gauge().value();
    }

    private Timer requests(String method, String error) {
        return registry.get("ovsdb.engine.requests")
                .tags("method", method, "error", error)
                .timer();
    }

    @Test
    void requestsAreCountedByMethodAndError() {
        anna.send(transact(1, insert(1)), transact(2, insert(1)), request(3, "list_dbs", "[]"));
        anna.send(request(4, "nonsense1", "[]"), request(5, "nonsense2", "[]"));

        assertThat(requests("transact", "none").count()).isOne();
        assertThat(requests("transact", "duplicate uuid").count()).isOne();
        assertThat(requests("list_dbs", "none").count()).isOne();
        assertThat(requests("other", "unknown method").count()).isEqualTo(2);
    }

    @Test
    void aTransactionLastsUntilItsResultLeaves() {
        anna.send(transact(1, waitFor(1)));
        assertThat(registry.find("ovsdb.engine.transactions").timer()).isNull();
        assertThat(registry.get("ovsdb.database.monitors").gauge().value()).isNaN(); // Nobody was named to be asked.
        meters.watch(bench.handler);
        assertThat(gauge("ovsdb.database.blocked")).isOne();

        bench.loops.loop.advance(Duration.ofMillis(3));
        anna.send(transact(2, insert(1) + ",{'op':'commit','durable':true}"));

        Timer waited = registry.get("ovsdb.engine.transactions")
                .tags(A.and("durable", "false", "error", "none"))
                .timer();
        assertThat(waited.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
        assertThat(registry.get("ovsdb.engine.transactions")
                        .tags(A.and("durable", "true", "error", "none"))
                        .timer()
                        .count())
                .isOne();
        assertThat(gauge("ovsdb.database.blocked")).isZero();
    }

    @Test
    void gaugesShowWhatADatabaseHolds() {
        meters.watch(bench.handler);
        anna.send(transact(1, insert(1) + "," + insert(2)), request(2, "monitor", "['A','m',{'T':{}}]"));

        assertThat(gauge("ovsdb.database.rows")).isEqualTo(2);
        assertThat(gauge("ovsdb.database.atoms")).isPositive();
        assertThat(gauge("ovsdb.database.history.transactions")).isOne();
        assertThat(gauge("ovsdb.database.monitors")).isOne();
        assertThat(gauge("ovsdb.database.log.records"))
                .isEqualTo(bench.handler.requireDatabase("A").status().records());
        assertThat(registry.get("ovsdb.engine.published.rows").counter().count())
                .isEqualTo(2);
        assertThat(registry.get("ovsdb.engine.sessions").gauge().value()).isOne();
    }

    @Test
    void aDatabasesMetersComeAndGoWithIt() {
        meters.watch(bench.handler);
        bench.handler.addDatabase(new MemoryStorage(Bench.schema("B")));
        bench.run();
        assertThat(registry.get("ovsdb.database.rows")
                        .tag("database", "B")
                        .gauge()
                        .value())
                .isZero();

        bench.handler.removeDatabase("B");
        bench.run();
        assertThat(registry.find("ovsdb.database.rows").tag("database", "B").gauge())
                .isNull();
    }

    @Test
    void failedStorageIsCounted() {
        bench.storage.writing = ScriptedStorage.Answer.REFUSED;
        anna.send(transact(1, insert(1)));

        assertThat(registry.get("ovsdb.engine.storage.failures").counter().count())
                .isOne();
        assertThat(registry.get("ovsdb.engine.transactions")
                        .tag("error", "I/O error")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void aServersSessionsAreCountedWhateverItsHandlerIs() {
        new ServerMeters(bench.server, Tags.of("server", "x")).bindTo(registry);
        bench.client();

        assertThat(registry.get("ovsdb.server.sessions")
                        .tag("server", "x")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.get("ovsdb.server.backlog").gauge().value()).isZero();
    }
}
