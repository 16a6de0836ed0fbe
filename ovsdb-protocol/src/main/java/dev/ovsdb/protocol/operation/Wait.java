package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the transaction until the rows that meet all conditions are, or are not, the given ones. Built by {@link #on}, where
 * "every row", the rows to compare with and how long to wait are explicit choices. While it waits, nothing of the transaction
 * has happened; the server runs it again from its first operation after each commit.
 *
 * @param timeout in whole milliseconds, zero to test at once; null waits for ever
 * @param columns what to compare; null compares every column
 * @param rows compared as a set; members outside {@code columns} are ignored
 */
public record Wait(
        String table,
        @Nullable Duration timeout,
        List<Condition> where,
        @Nullable List<String> columns,
        Until until,
        List<Row> rows)
        implements TableOperation {
    /** @throws IllegalArgumentException if the timeout is negative or not whole milliseconds */
    public Wait {
        if (timeout != null && (timeout.isNegative() || timeout.getNano() % 1_000_000 != 0)) {
            throw new IllegalArgumentException(
                    "wait " + table + ": a timeout is whole milliseconds from 0, was " + timeout);
        }
        where = List.copyOf(where);
        columns = columns == null ? null : List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The comparison that ends the waiting. */
    public enum Until {
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String symbol;

        Until(String symbol) {
            this.symbol = symbol;
        }

        /** The wire's form. */
        public String symbol() {
            return symbol;
        }
    }

    public static Builder on(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "wait";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("wait").name("table").value(table);
        if (timeout != null) {
            writer.name("timeout").value(timeout.toMillis());
        }
        Where.write(writer, where);
        if (columns != null) {
            Names.write(writer, "columns", columns);
        }
        writer.name("until").value(until.symbol).name("rows").beginArray();
        for (Row row : rows) {
            row.write(writer);
        }
        writer.endArray().endObject();
    }

    /** Gathers a {@link Wait}. For one thread. */
    public static final class Builder extends Where<Builder> {
        private final String table;
        private final List<Row> rows = new ArrayList<>();
        private @Nullable List<String> columns;
        private @Nullable Until until;
        private @Nullable Duration timeout;
        private boolean timeoutChosen;

        private Builder(String table) {
            super("wait " + table);
            this.table = table;
        }

        /** Compares these columns only. */
        public Builder columns(String... columns) {
            return columns(List.of(columns));
        }

        /** Compares these columns only. */
        public Builder columns(List<String> columns) {
            this.columns = columns;
            return this;
        }

        /** Waits until the selected rows are exactly these. */
        public Builder untilEqual(Row... rows) {
            return until(Until.EQUAL, List.of(rows));
        }

        /** Waits until the selected rows are not exactly these. */
        public Builder untilNotEqual(Row... rows) {
            return until(Until.NOT_EQUAL, List.of(rows));
        }

        public Builder until(Until until, List<Row> rows) {
            this.until = until;
            this.rows.clear();
            this.rows.addAll(rows);
            return this;
        }

        /** Gives up, and fails the transaction, after this time; zero tests at once. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            timeoutChosen = true;
            return this;
        }

        /** Waits as long as it takes. */
        public Builder forEver() {
            timeout = null;
            timeoutChosen = true;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @throws IllegalStateException if the rows, the comparison or the time to wait were not chosen */
        public Wait build() {
            if (until == null) {
                throw new IllegalStateException("wait " + table + ": call untilEqual(...) or untilNotEqual(...)");
            }
            if (!timeoutChosen) {
                throw new IllegalStateException("wait " + table + ": call timeout(...) or forEver()");
            }
            return new Wait(table, timeout, chosen(), columns, until, rows);
        }
    }
}
