package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Wait;
import dev.ovsdb.server.engine.store.TableRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code wait}: the rows that match are compared, as sets of the values of some columns, with those expected. A column that an
 * expected row lacks has its default there.
 */
final class WaitStep extends TableStep {
    private final RowFilter where;
    private final Projection columns;
    private final Wait.Until until;
    private final List<Datum[]> expected; // Each of the layout's length and complete.
    private final @Nullable Duration timeout;
    private final @Nullable Set<ProjectedRow> projected; // Null if names are to be resolved first.

    WaitStep(
            TableRules table,
            RowFilter where,
            Projection columns,
            Wait.Until until,
            List<Datum[]> expected,
            @Nullable Duration timeout) {
        super(table);
        this.where = where;
        this.columns = columns;
        this.until = until;
        this.expected = List.copyOf(expected);
        this.timeout = timeout;
        this.projected = anyNamed() ? null : projected(expected);
    }

    @Override
    public void execute(Run run) {
        if (isEqual(run) == (until == Wait.Until.EQUAL)) {
            run.nothing();
            return;
        }
        Duration elapsed = run.context().elapsed();
        if (timeout == null || elapsed.compareTo(timeout) < 0) {
            throw new WaitBlockedException(timeout);
        }
        long milliseconds = elapsed.toMillis();
        throw new OperationFailedException(
                ErrorTag.TIMED_OUT,
                milliseconds == 0
                        ? "\"where\" clause test failed"
                        : "\"wait\" timed out after " + milliseconds + " ms");
    }

    private boolean isEqual(Run run) {
        List<TableRow> rows = where.rows(run, store(run));
        Set<ProjectedRow> wanted = projected != null ? projected : projected(resolved(run.symbols()));
        Set<ProjectedRow> actual = new HashSet<>();
        for (TableRow row : rows) {
            ProjectedRow found = columns.of(run.values(), row);
            if (!wanted.contains(found)) {
                return false;
            }
            actual.add(found);
        }
        return actual.size() == wanted.size();
    }

    private Set<ProjectedRow> projected(List<Datum[]> rows) {
        Set<ProjectedRow> set = new HashSet<>();
        rows.forEach(row -> set.add(columns.of(row)));
        return set;
    }

    private boolean anyNamed() {
        return expected.stream().anyMatch(row -> {
            for (int i = 0; i < row.length; i++) {
                if (isNamed(i, row[i])) {
                    return true;
                }
            }
            return false;
        });
    }

    private boolean isNamed(int column, Datum value) {
        return table.column(column).holdsUuids && Symbols.occurIn(value);
    }

    private List<Datum[]> resolved(Symbols symbols) {
        return expected.stream().map(row -> resolved(symbols, row)).toList();
    }

    private Datum[] resolved(Symbols symbols, Datum[] row) {
        Datum[] resolved = row.clone();
        for (int i = 0; i < row.length; i++) {
            resolved[i] = isNamed(i, row[i]) ? symbols.resolve(row[i]) : row[i];
        }
        return resolved;
    }
}
