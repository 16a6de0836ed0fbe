package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.transaction.Success.Incremented;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an attempt sends, and what of the answer is of interest.
 *
 * @param inserts the UUIDs in the transaction of inserted rows, by the indexes of their operations
 * @param selects what selects read back, by the indexes of their operations
 * @param known new values that need no reading back, because the transaction has set them
 */
record Request(
        List<Operation> operations, Map<Integer, UUID> inserts, Map<Integer, Cell> selects, List<Incremented> known) {

    /** A column of a row. */
    record Cell(String table, UUID row, String column) {}

    Success success(int attempts, TransactionOutcome outcome) {
        Map<UUID, UUID> inserted = new LinkedHashMap<>();
        inserts.forEach((index, row) -> inserted.put(row, outcome.insertedUuid(index)));
        List<Incremented> incremented = new ArrayList<>(known);
        selects.forEach((index, cell) -> outcome.rows(index)
                .forEach(row -> incremented.add(
                        new Incremented(cell.table(), cell.row(), cell.column(), row.require(cell.column())))));
        return new Success(attempts, inserted, incremented);
    }
}
