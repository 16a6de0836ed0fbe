package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.server.engine.store.TableIndex;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of an operation: all of its clauses must hold. Rows are found by UUID, or by a unique index, where
 * clauses ask for equality; else the table is gone through.
 */
final class RowFilter {
    private final TableRules table;
    private final List<Clause> clauses;
    private final boolean never;
    private final boolean named;

    RowFilter(TableRules table, List<Clause> clauses, boolean never) {
        this.table = table;
        this.clauses = List.copyOf(clauses);
        this.never = never;
        this.named = anyNamed(this.clauses);
    }

    private static boolean anyNamed(List<Clause> clauses) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).named()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all rows of the table have to be looked at. */
    boolean goesThrough(TableStore store) {
        return !never
                && uuidClause(clauses) == null
                && store.indexes().stream().noneMatch(index -> keyOf(index, clauses) != null);
    }

    /** The same filter with UUIDs in place of names. */
    RowFilter withoutNames(Run run) {
        return named ? new RowFilter(table, resolved(run), never) : this;
    }

    /** Whether a row matches; no clause has names. */
    <R> boolean matches(RowValues<R> from, R row) {
        return matches(from, clauses, null, row);
    }

    /** Whether the filter asks for the row of one UUID. */
    boolean isByUuid() {
        return uuidClause(clauses) != null;
    }

    /** The rows that match, as they are at this point of the transaction; what is done with them does not change the list. */
    List<TableRow> rows(Run run, TableStore store) {
        List<Clause> resolved = named ? resolved(run) : clauses;
        if (never) {
            return List.of();
        }
        Clause byUuid = uuidClause(resolved);
        if (byUuid != null) {
            TableRow row = run.transaction().find(store, byUuid.operand().asUuid());
            return row != null && matches(run.values(), resolved, byUuid, row) ? List.of(row) : List.of();
        }
        for (TableIndex index : store.indexes()) {
            List<Datum> key = keyOf(index, resolved);
            if (key != null) {
                return matching(run, resolved, run.transaction().lookup(store, index, key));
            }
        }
        return scan(run, store, resolved);
    }

    private List<Clause> resolved(Run run) {
        List<Clause> resolved = new ArrayList<>(clauses.size());
        for (int i = 0; i < clauses.size(); i++) {
            resolved.add(clauses.get(i).resolved(run.symbols()));
        }
        return resolved;
    }

    private @Nullable Clause uuidClause(List<Clause> among) {
        for (int i = 0; i < among.size(); i++) {
            Clause clause = among.get(i);
            if (clause.isEquality() && table.isUuid(clause.column().index)) {
                return clause;
            }
        }
        return null;
    }

    /** The values that clauses ask of all columns of an index, null if they leave one open. */
    private static @Nullable List<Datum> keyOf(TableIndex index, List<Clause> among) {
        List<Datum> key = new ArrayList<>(index.columns().size());
        for (int column : index.columns()) {
            for (int i = 0; i < among.size(); i++) {
                Clause clause = among.get(i);
                if (clause.isEquality() && clause.column().index == column) {
                    key.add(clause.operand());
                    break;
                }
            }
        }
        return key.size() == index.columns().size() ? key : null;
    }

    private List<TableRow> scan(Run run, TableStore store, List<Clause> resolved) {
        List<TableRow> rows = new ArrayList<>(resolved.isEmpty() ? store.size() : 10);
        run.transaction().forEachRow(store, row -> {
            if (matches(run.values(), resolved, null, row)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private List<TableRow> matching(Run run, List<Clause> resolved, List<TableRow> candidates) {
        List<TableRow> rows = new ArrayList<>(1);
        for (TableRow row : candidates) {
            if (matches(run.values(), resolved, null, row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** @param known a clause of which it is known that it holds */
    private static <R> boolean matches(RowValues<R> from, List<Clause> resolved, @Nullable Clause known, R row) {
        for (int i = 0; i < resolved.size(); i++) {
            Clause clause = resolved.get(i);
            if (clause != known && !clause.matches(from.value(row, clause.column().index))) {
                return false;
            }
        }
        return true;
    }
}
