package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ManualClock;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What old values weigh that are kept for somebody who still sees them. */
class FootprintTest {
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {"name": "W", "tables": {"T": {"isRoot": true, "columns": {
              "s": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
              "m": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
              "i": {"type": {"key": "integer", "min": 0, "max": "unlimited"}},
              "n": {"type": "integer"}}}}}""");

    private final DatabaseStore store = new DatabaseStore(SCHEMA, IdSource.seeded(1), Clock.system());
    private final TableStore table = store.table("T");
    private TableRow row;

    private void insert(Object... columns) {
        StoreTransaction transaction = store.begin();
        row = Scene.insert(transaction, table, Scene.id(1), columns);
        publish(transaction);
    }

    private void publish(StoreTransaction transaction) {
        store.publish(Scene.committed(transaction).number());
    }

    /** How much is held for a pin when a column gets another value. */
    private long heldBySetting(String column, Datum value) {
        try (Pin pin = store.pinPublished()) {
            assertThat(pin.heldBytes()).isZero();
            StoreTransaction transaction = store.begin();
            Scene.set(transaction, row, column, value);
            publish(transaction);
            return pin.heldBytes();
        }
    }

    private static Datum pair(String key, String value) {
        return Datum.map(Map.of(Atom.of(key), Atom.of(value)));
    }

    private static Datum integers(int count) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            atoms.add(Atom.of(i));
        }
        return Datum.set(atoms);
    }

    @Test
    void aLongTextWeighsWhatItIsLong() {
        insert("s", Datum.of("x".repeat(100_000)), "m", pair("k".repeat(10_000), "v".repeat(20_000)));

        assertThat(heldBySetting("n", Datum.of(1)))
                .as("nothing of it is superseded")
                .isLessThan(500);
        assertThat(heldBySetting("s", Datum.emptySet())).isBetween(100_000L, 100_500L);
        assertThat(heldBySetting("m", Datum.emptyMap())).isBetween(30_000L, 30_500L);
        assertThat(heldBySetting("s", Datum.of("y"))).as("there was nothing").isLessThan(500);
    }

    @Test
    void aRowThatGoesWeighsAllItHas() {
        insert("s", Datum.of("x".repeat(1_000)), "m", pair("k", "v".repeat(2_000)), "i", integers(10));
        try (Pin pin = store.pinPublished()) {
            StoreTransaction transaction = store.begin();
            transaction.delete(row);
            publish(transaction);

            assertThat(pin.heldBytes()).isBetween(3_000L + 10 * 50, 3_000L + 2_000);
        }
    }

    @Test
    void eachElementWeighsTheSameUpToSomeNumber() {
        insert("i", integers(10));
        long ten = heldBySetting("i", integers(30));
        long thirty = heldBySetting("i", integers(64));
        long most = heldBySetting("i", integers(65));
        long more = heldBySetting("i", integers(1_000));
        long many = heldBySetting("i", integers(0));
        long none = heldBySetting("i", integers(1));

        assertThat(thirty - ten).isEqualTo(2 * (ten - none));
        assertThat((most - none) * 10).isEqualTo((ten - none) * 64);
        assertThat(List.of(more, many)).containsOnly(most);
        assertThat(none).isPositive();
    }

    @Test
    void atomsAreCountedAsTheReferenceDoes() {
        insert("s", Datum.set(Atom.of("a"), Atom.of("b")), "m", pair("k", "v"), "i", integers(3));
        assertThat(store.atoms()).as("_uuid, _version, 2, a pair, 3 and n").isEqualTo(2 + 2 + 2 + 3 + 1);

        heldBySetting("m", Datum.emptyMap());
        assertThat(store.atoms()).isEqualTo(2 + 2 + 3 + 1);
        StoreTransaction transaction = store.begin();
        transaction.delete(row);
        publish(transaction);
        assertThat(store.atoms()).isZero();
    }

    @Test
    void aPinKnowsSinceWhenAndWhetherItIsThere() {
        ManualClock clock = new ManualClock();
        DatabaseStore timed = new DatabaseStore(SCHEMA, IdSource.seeded(1), clock);
        Pin first = timed.pinPublished();
        clock.advance(Duration.ofSeconds(1));
        Pin second = timed.pinPublished();

        assertThat(second.createdNanos()).isEqualTo(clock.nanoTime());
        assertThat(second.createdNanos() - first.createdNanos()).isEqualTo(1_000_000_000);
        assertThat(timed.pins()).containsExactlyInAnyOrder(first, second);
        first.close();
        first.close();
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
        assertThat(timed.pins()).containsExactly(second);
    }
}
