package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which rows of a table a monitor wants: those that meet at least one clause. Immutable; equal when the clauses are, in any
 * order and number.
 *
 * <p>Clauses are sorted by what they cost: UUIDs of rows are one look into a set, values to equal one look for each column, only
 * the rest is gone through clause by clause. So conditions of thousands of rows, as OVN has them, cost no more than small ones.
 */
final class RowCondition {
    private final TableSchema table;
    private final boolean every;
    private final Set<UUID> uuids;
    private final List<EqualClauses> equal;
    private final Set<OtherClause> others;
    private final int[] columns;
    private final int hash;

    private RowCondition(Builder from) {
        this.table = from.table;
        this.every = from.every || from.empty;
        this.uuids = every ? Set.of() : from.uuids;
        this.equal = every ? List.of() : List.copyOf(from.equal.values());
        this.others = every ? Set.of() : from.others;
        this.columns = from.columns.stream().mapToInt(Integer::intValue).toArray();
        this.hash = table.name().hashCode() + (every ? 1 : 0) + uuids.hashCode() * 31 + others.hashCode() * 17;
    }

    static RowCondition every(TableSchema table) {
        return new Builder(table).build();
    }

    boolean isEvery() {
        return every;
    }

    boolean matches(UUID uuid, RowImage image) {
        if (every || uuids.contains(uuid)) {
            return true;
        }
        for (EqualClauses clauses : equal) {
            if (clauses.matches(table, uuid, image)) {
                return true;
            }
        }
        for (OtherClause clause : others) {
            if (clause.matches(table, uuid, image)) {
                return true;
            }
        }
        return false;
    }

    /** The rows that are wanted by name. */
    Set<UUID> uuids() {
        return uuids;
    }

    List<EqualClauses> equal() {
        return equal;
    }

    Set<OtherClause> others() {
        return others;
    }

    /** Whether the rows can be found by their UUIDs alone. */
    boolean isByUuid() {
        return !every && equal.isEmpty() && others.isEmpty();
    }

    /** The columns that clauses name, by their index, also if every row is wanted anyway; ascending. */
    int[] columns() {
        return columns;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof RowCondition that
                        && hash == that.hash
                        && table.name().equals(that.table.name())
                        && every == that.every
                        && uuids.equals(that.uuids)
                        && new HashSet<>(equal).equals(new HashSet<>(that.equal))
                        && others.equals(that.others)
                        && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Gathers clauses. For one thread. */
    static final class Builder {
        private final TableSchema table;
        private final Set<UUID> uuids = new LinkedHashSet<>();
        private final Map<Integer, EqualClauses> equal = new LinkedHashMap<>();
        private final Set<OtherClause> others = new LinkedHashSet<>();
        private final Set<Integer> columns = new TreeSet<>();
        private boolean every;
        private boolean empty = true; // No clause at all is every row, unlike clauses that no row meets.

        Builder(TableSchema table) {
            this.table = table;
        }

        void constant(boolean value) {
            empty = false;
            every |= value;
        }

        void uuid(UUID row) {
            empty = false;
            uuids.add(row);
        }

        void clause(int column, Function function, Datum operand) {
            empty = false;
            if (!Values.isUuid(table, column)) { // That one never changes.
                columns.add(column);
            }
            boolean equals = function == Function.EQUAL
                    || table.columnAt(column).type().isScalar() && function == Function.INCLUDES;
            if (equals && Values.isUuid(table, column)) {
                uuids.add(operand.asUuid());
            } else if (equals) {
                equal.computeIfAbsent(column, EqualClauses::new).values().add(operand);
            } else {
                others.add(new OtherClause(column, function, operand));
            }
        }

        RowCondition build() {
            return new RowCondition(this);
        }
    }
}
