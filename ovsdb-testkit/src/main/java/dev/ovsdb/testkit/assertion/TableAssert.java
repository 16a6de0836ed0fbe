package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.testkit.database.Contents;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/** Assertions about a table of a database. Values are those that {@link OvsdbAssertions} describes. */
public final class TableAssert {
    private final Look look;
    private final TableSchema table;
    private final String within;

    TableAssert(Look look, TableSchema table, String within) {
        this.look = look;
        this.table = table;
        this.within = within;
    }

    /**
     * Some row has these values.
     *
     * @param more further columns and values, in turn
     * @throws java.util.NoSuchElementException if the table has no such column
     * @throws IllegalArgumentException if no value of a column could be equal to one that is given
     */
    public TableAssert hasRow(String column, Object value, Object... more) {
        RowPattern pattern = RowPattern.of(table, column, value, more);
        return check("to have a row with " + pattern, rows -> rows.stream().anyMatch(pattern::matches));
    }

    /** No row has these values; otherwise as {@link #hasRow}. */
    public TableAssert hasNoRow(String column, Object value, Object... more) {
        RowPattern pattern = RowPattern.of(table, column, value, more);
        return check("to have no row with " + pattern, rows -> rows.stream().noneMatch(pattern::matches));
    }

    /** There are so many rows with these values; otherwise as {@link #hasRow}. */
    public TableAssert hasRows(int count, String column, Object value, Object... more) {
        RowPattern pattern = RowPattern.of(table, column, value, more);
        return check(
                "to have " + rows(count) + " with " + pattern,
                rows -> rows.stream().filter(pattern::matches).count() == count);
    }

    /** There are so many rows. */
    public TableAssert hasSize(int count) {
        return check("to have " + rows(count), rows -> rows.size() == count);
    }

    /** There are no rows. */
    public TableAssert isEmpty() {
        return check("to be empty", List::isEmpty);
    }

    /**
     * The rows meet a condition.
     *
     * @param expectation in words that go on with "expected table Bridge of database Town"
     */
    public TableAssert satisfies(String expectation, Predicate<? super List<Row>> condition) {
        return check(expectation, condition);
    }

    /** The rows as they are now, each with its {@code _uuid}, for other assertions. */
    public List<Row> rows() {
        return look.contents(table.name()).rows(table.name());
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private TableAssert check(String expectation, Predicate<? super List<Row>> condition) {
        Optional<Contents> unmet = look.unmet(table.name(), contents -> condition.test(contents.rows(table.name())));
        if (unmet.isPresent()) {
            throw new AssertionFailedError("expected table " + table.name() + " of " + look.describe() + within + " "
                    + expectation + ", but it was\n" + unmet.get().text(table.name()));
        }
        return this;
    }
}
