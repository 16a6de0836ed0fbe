package dev.ovsdb.testkit.assertion;

import dev.ovsdb.idl.Replica;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.testkit.database.TestDatabase;
import java.util.Map;

/**
 * Where assertions begin.
 *
 * <pre>{@code
 * assertThat(database).table("Bridge").hasRow("name", "br0", "external_ids", containing(Map.of("owner", "ann")));
 * assertThat(database).eventually().table("Bridge").isEmpty();
 * assertThat(outcome).failedWith(ErrorTag.CONSTRAINT_VIOLATION);
 * assertThat(updates).table("Bridge").inserted("name", "br0");
 * }</pre>
 *
 * <p>Rows are told by columns and values in turn; other columns may hold anything. A value is a string, number, boolean or {@link
 * java.util.UUID}; a collection for a set, a {@link Map} for a map, an {@link java.util.Optional}; a row for a reference to it, typed or
 * not; an {@link dev.ovsdb.idl.typed.EnumValue}, {@link dev.ovsdb.protocol.Atom} or {@link dev.ovsdb.protocol.Datum}; or what {@link
 * #containing(Object...)} makes. It is read by its column's type: 2 is 2.0 in a column of reals, and no string.
 */
public final class OvsdbAssertions {
    private OvsdbAssertions() {}

    /** About a database as its server has it at the moment of each check: what was answered before is there. */
    public static DatabaseAssert assertThat(TestDatabase actual) {
        return new DatabaseAssert(new ServerLook(actual));
    }

    /** About what a replica or a view of it holds at the moment of each check. */
    public static DatabaseAssert assertThat(Replica actual) {
        return new DatabaseAssert(new ReplicaLook(actual));
    }

    /** About what a transaction came to. */
    public static OutcomeAssert assertThat(TransactionOutcome actual) {
        return new OutcomeAssert(actual);
    }

    /** About updates that a monitor told. */
    public static UpdatesAssert assertThat(TableUpdates actual) {
        return new UpdatesAssert(actual);
    }

    /** In the place of a value: a set that has these elements, or a map that has these keys, and perhaps others. */
    public static PartOfValue containing(Object... elements) {
        return PartOfValue.elements(elements);
    }

    /** In the place of a value: a map that has these pairs, and perhaps others. */
    public static PartOfValue containing(Map<?, ?> pairs) {
        return PartOfValue.pairs(pairs);
    }
}
