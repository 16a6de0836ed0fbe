package dev.ovsdb.idl.interest;

import dev.ovsdb.protocol.operation.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one table. Immutable.
 *
 * @param name the table
 * @param columns what to do with each column; of those that are not here, what {@code others} says
 * @param othersOrNull what to do with every other column that the server has; null if they are not wanted
 * @param where a row must meet at least one; none for every row
 * @param indexes kept besides those of the schema
 */
public record TableInterest(
        String name,
        Map<String, ColumnMode> columns,
        @Nullable ColumnMode othersOrNull,
        List<Condition> where,
        List<IndexSpec> indexes) {
    public TableInterest {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        where = List.copyOf(where);
        indexes = List.copyOf(indexes);
    }

    /** Begins with a table of which nothing is wanted yet but which rows there are. */
    public static Builder of(String name) {
        return new Builder(name);
    }

    /** The same with other conditions. */
    public TableInterest withConditions(List<Condition> conditions) {
        return new TableInterest(name, columns, othersOrNull, conditions, indexes);
    }

    /** Gathers a {@link TableInterest}. For one thread. */
    public static final class Builder {
        private final String name;
        private final Map<String, ColumnMode> columns = new LinkedHashMap<>();
        private final List<Condition> where = new ArrayList<>();
        private final List<IndexSpec> indexes = new ArrayList<>();
        private @Nullable ColumnMode others;

        private Builder(String name) {
            this.name = name;
        }

        /** Wants these columns, and their changes. */
        public Builder columns(String... names) {
            return mode(ColumnMode.MONITORED, names);
        }

        /** Wants these columns, but not to be told when nothing else changes. */
        public Builder silent(String... names) {
            return mode(ColumnMode.SILENT, names);
        }

        /** Writes these columns and does not want to know what they hold. */
        public Builder writeOnly(String... names) {
            return mode(ColumnMode.WRITE_ONLY, names);
        }

        private Builder mode(ColumnMode mode, String... names) {
            for (String column : names) {
                columns.put(column, mode);
            }
            return this;
        }

        /** Wants every column that the server has, but those of which something else is said. */
        public Builder everyColumn() {
            others = ColumnMode.MONITORED;
            return this;
        }

        /** Wants only rows that meet any of all the conditions given. {@link Condition#FALSE} alone wants none. */
        public Builder whereAny(Condition... conditions) {
            where.addAll(List.of(conditions));
            return this;
        }

        /** Keeps an index. */
        public Builder index(IndexSpec index) {
            indexes.add(index);
            return this;
        }

        /** Keeps an index of these columns, of the name of the columns with commas between them. */
        public Builder index(String... indexed) {
            return index(IndexSpec.of(String.join(",", indexed), indexed));
        }

        /** @throws IllegalArgumentException if two indexes have one name */
        public TableInterest build() {
            if (indexes.stream().map(IndexSpec::name).distinct().count() < indexes.size()) {
                throw new IllegalArgumentException("table " + name + " has two indexes of one name in " + indexes);
            }
            return new TableInterest(name, columns, others, where, indexes);
        }
    }
}
