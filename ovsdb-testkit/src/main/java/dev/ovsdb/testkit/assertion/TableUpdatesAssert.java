package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions about the updates of one table. Values are those that {@link OvsdbAssertions} describes; as updates carry no schema, a
 * number is equal to the same number of either kind.
 */
public final class TableUpdatesAssert {
    private final String table;
    private final List<RowUpdate> actual;

    TableUpdatesAssert(String table, Collection<RowUpdate> actual) {
        this.table = table;
        this.actual = List.copyOf(actual);
    }

    /** Nothing was told of the table. */
    public TableUpdatesAssert isEmpty() {
        return check(actual.isEmpty(), "no updates");
    }

    /** So many rows were told of. */
    public TableUpdatesAssert hasSize(int rows) {
        return check(actual.size() == rows, "updates of " + rows + " rows");
    }

    /** A row with these values was there when the monitor began. Columns with their default values are not always told. */
    public TableUpdatesAssert initial(String column, Object value, Object... more) {
        return row("an initial row", TableUpdatesAssert::ofInitial, column, value, more);
    }

    /** A row with these values was inserted, or entered the condition. Columns with their default values are not always told. */
    public TableUpdatesAssert inserted(String column, Object value, Object... more) {
        return row("an insert", TableUpdatesAssert::ofInsert, column, value, more);
    }

    /**
     * A row was modified. Of an {@code update2} or {@code update3} the values are the difference that was told: for sets and maps what
     * changed of them. Of an {@code update} they are those that all columns have now.
     */
    public TableUpdatesAssert modified(String column, Object value, Object... more) {
        return row("a modification", TableUpdatesAssert::ofModify, column, value, more);
    }

    /** So many rows were deleted, or left the condition. */
    public TableUpdatesAssert deleted(int rows) {
        return check(
                actual.stream().filter(RowUpdate.Delete.class::isInstance).count() == rows,
                "deletions of " + rows + " rows");
    }

    private static Optional<Row> ofInitial(RowUpdate update) {
        return update instanceof RowUpdate.Initial initial ? Optional.of(initial.row()) : Optional.empty();
    }

    private static Optional<Row> ofInsert(RowUpdate update) {
        return update instanceof RowUpdate.Insert insert ? Optional.of(insert.row()) : Optional.empty();
    }

    private static Optional<Row> ofModify(RowUpdate update) {
        if (update instanceof RowUpdate.Modify modify) return Optional.of(modify.diff());
        return update instanceof RowUpdate.Replace replace ? Optional.of(replace.after()) : Optional.empty();
    }

    private TableUpdatesAssert row(
            String kind, Function<RowUpdate, Optional<Row>> rowOf, String column, Object value, Object... more) {
        RowPattern pattern = RowPattern.untyped(column, value, more);
        return check(
                actual.stream().flatMap(update -> rowOf.apply(update).stream()).anyMatch(pattern::matches),
                kind + " with " + pattern);
    }

    private TableUpdatesAssert check(boolean holds, String expectation) {
        if (!holds) {
            String told = actual.stream().map(Object::toString).collect(Collectors.joining("\n"));
            throw new AssertionFailedError("expected of table " + table + " " + expectation + ", but there "
                    + (told.isEmpty() ? "were no updates" : "were\n" + told));
        }
        return this;
    }
}
