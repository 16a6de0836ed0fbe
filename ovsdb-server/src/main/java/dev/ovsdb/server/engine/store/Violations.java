package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import java.util.UUID;

/** What a commit can break, in the reference's words. */
final class Violations {
    private Violations() {}

    static OperationError noSuchRow(TableRow source, int column, TableStore target, UUID uuid) {
        return OperationError.of(
                ErrorTag.REFERENTIAL_INTEGRITY_VIOLATION,
                "Table " + nameOf(source.table()) + " column " + nameOf(source.table(), column) + " row "
                        + source.uuid() + " references nonexistent row " + uuid + " in table " + nameOf(target) + ".");
    }

    static OperationError stillReferenced(TableRow row, int references) {
        return OperationError.of(
                ErrorTag.REFERENTIAL_INTEGRITY_VIOLATION,
                "cannot delete " + nameOf(row.table()) + " row " + row.uuid() + " because of " + references
                        + " remaining reference(s)");
    }

    static OperationError tooManyRows(TableStore table, long rows) {
        return OperationError.of(
                ErrorTag.CONSTRAINT_VIOLATION,
                "transaction causes \"" + nameOf(table) + "\" table to contain " + rows
                        + " rows, greater than the schema-defined limit of "
                        + table.schema().maxRows() + " row(s)");
    }

    static OperationError emptied(TableRow row, int column, int lost, boolean inserted) {
        return OperationError.of(
                ErrorTag.CONSTRAINT_VIOLATION,
                "Deletion of " + lost + " weak reference(s) to deleted (or never-existing) rows from column \""
                        + nameOf(row.table(), column) + "\" in \"" + nameOf(row.table()) + "\" row " + row.uuid()
                        + (inserted ? " (inserted within this transaction)" : "")
                        + " caused this column to become empty, but constraints on this column disallow an empty"
                        + " column.");
    }

    /** The misspelling is the reference's. */
    static OperationError emptiedOfDefault(TableRow row, int column) {
        return OperationError.of(
                ErrorTag.CONSTRAINT_VIOLATION,
                "Weak reference column \"" + nameOf(row.table(), column) + "\" in \"" + nameOf(row.table()) + "\" row "
                        + row.uuid()
                        + " (inserted within this transaction) contained all-zeros UUID (probably as the default value"
                        + " for this column) but deleting this value caused a constraint volation because this column"
                        + " is not allowed to be empty.");
    }

    static String nameOf(TableStore table) {
        return table.schema().name();
    }

    static String nameOf(TableStore table, int column) {
        return table.schema().columnAt(column).name();
    }
}
