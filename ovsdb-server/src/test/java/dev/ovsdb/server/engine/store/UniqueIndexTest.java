package dev.ovsdb.server.engine.store;

import static dev.ovsdb.server.engine.store.Scene.committed;
import static dev.ovsdb.server.engine.store.Scene.rejected;
import static dev.ovsdb.server.engine.store.Scene.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Unique indexes: what they forbid, in the reference server's words, and what they find. */
class UniqueIndexTest {
    private final Scene scene = new Scene();
    private final DatabaseStore store = scene.store;
    private final TableStore cages = scene.cages;

    private TableRow cage(StoreTransaction transaction, String name, int row) {
        return scene.insert(transaction, cages, "name", Datum.of(name), "row", Datum.of(row));
    }

    private String refusal(StoreTransaction transaction) {
        return rejected(transaction).details().orElseThrow();
    }

    @Test
    void twoNewRows() {
        StoreTransaction transaction = store.begin();
        TableRow one = cage(transaction, "a b", 1);
        TableRow other = cage(transaction, "a b", 2);
        assertThat(refusal(transaction)).isIn(twoNew(one.uuid(), other.uuid()), twoNew(other.uuid(), one.uuid()));
    }

    private static String twoNew(UUID first, UUID second) {
        return "Transaction causes multiple rows in \"Cage\" table to have identical values (\"a b\") for index on"
                + " column \"name\".  First row, with UUID " + first + ", was inserted by this transaction.  Second"
                + " row, with UUID " + second + ", was inserted by this transaction.";
    }

    @Test
    void aNewRowAndOneThatWasNotTouched() {
        StoreTransaction first = store.begin();
        TableRow old = cage(first, "a", 7);
        committed(first);
        StoreTransaction second = store.begin();
        TableRow added = cage(second, "b", 7);
        assertThat(refusal(second))
                .startsWith("Transaction causes multiple rows in \"Cage\" table to have identical values (7 and []) for"
                        + " index on columns \"row\" and \"place\".")
                .contains(
                        " row, with UUID " + old.uuid()
                                + ", existed in the database before this transaction and was not modified by the"
                                + " transaction.",
                        " row, with UUID " + added.uuid() + ", was inserted by this transaction.");
    }

    @Test
    void aRowThatWasChangedElsewhereAndOneThatWasChangedIntoIt() {
        StoreTransaction first = store.begin();
        TableRow still = cage(first, "a", 7);
        TableRow moved = cage(first, "b", 8);
        committed(first);
        StoreTransaction second = store.begin();
        set(second, still, "status", Datum.of("open"));
        set(second, moved, "row", Datum.of(7));
        assertThat(refusal(second))
                .contains(
                        " row, with UUID " + still.uuid()
                                + ", existed in the database before this transaction, which modified some of the row's"
                                + " columns but not any columns in this index.",
                        " row, with UUID " + moved.uuid()
                                + ", had the following index values before the transaction: 8 and [].");
    }

    @Test
    void rowsMaySwapTheirValues() {
        StoreTransaction first = store.begin();
        TableRow a = cage(first, "a", 1);
        TableRow b = cage(first, "b", 2);
        committed(first);
        StoreTransaction second = store.begin();
        set(second, a, "name", Datum.of("b"));
        assertThat(second.lookup(cages, Scene.column(cages, "name"), Datum.of("b")))
                .containsExactlyInAnyOrder(a, b);
        set(second, b, "name", Datum.of("a"));
        assertThat(second.lookup(cages, Scene.column(cages, "name"), Datum.of("a")))
                .containsExactly(b);
        committed(second);
        assertThat(store.begin().lookup(cages, Scene.column(cages, "name"), Datum.of("b")))
                .containsExactly(a);
    }

    @Test
    void aNewRowMayTakeADeletedOnesPlace() {
        StoreTransaction first = store.begin();
        TableRow old = cage(first, "a", 1);
        committed(first);
        StoreTransaction second = store.begin();
        TableRow added = cage(second, "a", 1);
        second.delete(old);
        committed(second);
        assertThat(store.begin().lookup(cages, Scene.column(cages, "name"), Datum.of("a")))
                .containsExactly(added);
    }

    @Test
    void severalColumnsAreFoundTogether() {
        StoreTransaction first = store.begin();
        TableRow row = cage(first, "a", 7);
        cage(first, "b", 8);
        committed(first);
        TableIndex index = cages.indexes().get(1);
        StoreTransaction second = store.begin();
        assertThat(second.lookup(cages, index, List.of(Datum.of(7), Datum.emptySet())))
                .containsExactly(row);
        assertThat(second.lookup(cages, index, List.of(Datum.of(7), Datum.of("x"))))
                .isEmpty();
        assertThat(second.lookup(cages, Scene.column(cages, "row"), Datum.of(7)))
                .isNull();
    }
}
