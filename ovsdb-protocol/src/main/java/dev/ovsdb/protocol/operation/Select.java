package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that meet all conditions. Built by {@link #from}, where "every row" is an explicit choice.
 *
 * <p>Without {@code _uuid} among the columns, equal rows come once. The order of the rows is the server's, unless sorted.
 *
 * @param columns what to read; null reads every column, {@code _uuid} and {@code _version} too
 * @param sort columns to sort by, in this order; null does not sort. An extension of Open vSwitch, not in RFC 7047
 */
public record Select(
        String table,
        List<Condition> where,
        @Nullable List<String> columns,
        @Nullable List<String> sort) implements TableOperation {
    public Select {
        where = List.copyOf(where);
        columns = columns == null ? null : List.copyOf(columns);
        sort = sort == null ? null : List.copyOf(sort);
    }

    public static Builder from(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "select";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("select").name("table").value(table);
        Where.write(writer, where);
        if (columns != null) {
            Names.write(writer, "columns", columns);
        }
        if (sort != null) {
            Names.write(writer, "sort", sort);
        }
        writer.endObject();
    }

    /** Gathers a {@link Select}. For one thread. */
    public static final class Builder extends Where<Builder> {
        private final String table;
        private @Nullable List<String> columns;
        private @Nullable List<String> sort;

        private Builder(String table) {
            super("select " + table);
            this.table = table;
        }

        /** Reads these columns only. */
        public Builder columns(String... columns) {
            return columns(List.of(columns));
        }

        /** Reads these columns only. */
        public Builder columns(List<String> columns) {
            this.columns = columns;
            return this;
        }

        /** Asks for the rows sorted by these columns. */
        public Builder sortBy(String... columns) {
            this.sort = List.of(columns);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @throws IllegalStateException if the rows were not chosen */
        public Select build() {
            return new Select(table, chosen(), columns, sort);
        }
    }
}
