package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks operations against a schema: what a server finds wrong with them without a look at its rows. Each fault is noted, and
 * the next is looked for.
 */
final class TransactionValidator {
    private final DatabaseSchema schema;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> names = new HashSet<>(); // uuid-names of all inserts.

    TransactionValidator(DatabaseSchema schema) {
        this.schema = schema;
    }

    List<Violation> check(List<Operation> operations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof Insert insert && insert.uuidName() != null) {
                String name = insert.uuidName();
                names.add(name);
                if (!seen.add(name)) {
                    violations.add(new Violation(
                            i, insert.op(), insert.table(), null, "a uuid-name must not occur twice", name));
                }
            }
        }
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof TableOperation operation) {
                check(i, operation);
            }
        }
        return violations;
    }

    private void check(int index, TableOperation operation) {
        @Nullable TableSchema table = schema.table(operation.table()).orElse(null);
        if (table == null) {
            List<String> tables =
                    schema.tables().stream().map(TableSchema::name).toList();
            violations.add(new Violation(
                    index,
                    operation.op(),
                    operation.table(),
                    null,
                    "the table must be one of " + Quote.cut(tables.toString()),
                    operation.table()));
            return;
        }
        OperationCheck check = new OperationCheck(index, operation.op(), table, names, violations);
        if (operation instanceof Insert insert) {
            check.insertedRow(insert.row());
        } else if (operation instanceof Select select) {
            check.where(select.where());
            check.columns(select.columns());
            check.columns(select.sort());
        } else if (operation instanceof Update update) {
            check.where(update.where());
            check.updatedRow(update.row());
        } else if (operation instanceof Mutate mutate) {
            check.where(mutate.where());
            mutate.mutations().forEach(check::mutation);
        } else if (operation instanceof Delete delete) {
            check.where(delete.where());
        } else if (operation instanceof Wait wait) {
            check.where(wait.where());
            check.columns(wait.columns());
            for (Row row : wait.rows()) {
                row.forEach((String column, Datum value) -> check.value(column, value));
            }
        }
    }
}
