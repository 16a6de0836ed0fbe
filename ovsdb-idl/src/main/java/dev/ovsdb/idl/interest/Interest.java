package dev.ovsdb.idl.interest;

import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of a database is to be held. Immutable.
 *
 * <pre>{@code
 * Interest.of("Open_vSwitch")
 *         .table("Bridge", "name", "ports")
 *         .table("Interface", t -> t.columns("name").silent("statistics").writeOnly("external_ids").index("name"))
 *         .build()
 * }</pre>
 */
public final class Interest {
    private final String database;
    private final Map<String, TableInterest> tables;
    private final boolean everyTable;
    private final @Nullable DatabaseSchema expected;

    private Interest(
            String database, Map<String, TableInterest> tables, boolean everyTable, @Nullable DatabaseSchema expected) {
        this.database = database;
        this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        this.everyTable = everyTable;
        this.expected = expected;
    }

    /** Every column of every row of every table that the server has. */
    public static Interest everything(String database) {
        return of(database).everyTable().build();
    }

    /** All that a schema has, of the database of that name; what the server has besides is not wanted. */
    public static Interest of(DatabaseSchema schema) {
        return of(schema.name()).expect(schema).build();
    }

    /** Begins with nothing. */
    public static Builder of(String database) {
        return new Builder(database);
    }

    public String database() {
        return database;
    }

    /** The tables of which something is said. */
    public Map<String, TableInterest> tables() {
        return tables;
    }

    /** Whether all that the server has of the other tables is wanted too. */
    public boolean isEveryTable() {
        return everyTable;
    }

    /** The schema that the program was written for, if that was said. */
    public Optional<DatabaseSchema> expected() {
        return Optional.ofNullable(expected);
    }

    /** The conditions of the tables that have some. */
    public MonitorConditions conditions() {
        Map<String, List<Condition>> conditions = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            if (!table.where().isEmpty()) {
                conditions.put(name, table.where());
            }
        });
        return new MonitorConditions(conditions);
    }

    /** The same with these conditions in place of those that these tables have. */
    public Interest withConditions(MonitorConditions conditions) {
        Map<String, TableInterest> changed = new LinkedHashMap<>(tables);
        conditions
                .tables()
                .forEach((name, where) -> changed.put(
                        name,
                        changed.getOrDefault(
                                        name,
                                        TableInterest.of(name).everyColumn().build())
                                .withConditions(where)));
        return new Interest(database, changed, everyTable, expected);
    }

    /** Gathers an {@link Interest}. For one thread. */
    public static final class Builder {
        private final String database;
        private final Map<String, TableInterest> tables = new LinkedHashMap<>();
        private boolean everyTable;
        private @Nullable DatabaseSchema expected;

        private Builder(String database) {
            this.database = Objects.requireNonNull(database, "database");
        }

        /** Wants every table, all of it where nothing else is said. */
        public Builder everyTable() {
            everyTable = true;
            return this;
        }

        /** Wants these columns of a table; without any, every column. */
        public Builder table(String name, String... columns) {
            return table(name, table -> columns.length == 0 ? table.everyColumn() : table.columns(columns));
        }

        /** Wants of a table what a function says. */
        public Builder table(String name, UnaryOperator<TableInterest.Builder> details) {
            return table(details.apply(TableInterest.of(name)).build());
        }

        /** Wants this of a table, instead of what was said of it before. */
        public Builder table(TableInterest table) {
            tables.put(table.name(), table);
            return this;
        }

        /**
         * The schema that the program was written for. Of tables of which nothing is said all its columns are wanted, and what the server
         * has not got is read as this schema's default.
         */
        public Builder expect(DatabaseSchema schema) {
            expected = schema;
            return this;
        }

        public Interest build() {
            Map<String, TableInterest> all = new LinkedHashMap<>(tables);
            if (expected != null) {
                for (TableSchema table : expected.tables()) {
                    all.computeIfAbsent(table.name(), name -> allOf(table));
                }
            }
            return new Interest(database, all, everyTable, expected);
        }

        private static TableInterest allOf(TableSchema table) {
            return TableInterest.of(table.name())
                    .columns(table.columns().stream()
                            .map(column -> column.name())
                            .toArray(String[]::new))
                    .build();
        }
    }
}
