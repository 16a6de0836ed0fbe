package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.transaction.Success.Incremented;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Abort;
import dev.ovsdb.protocol.operation.Comment;
import dev.ovsdb.protocol.operation.Commit;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.protocol.operation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns what was staged into operations: first what must be so (locks, then one {@code wait} for each row that was read), then what is
 * to happen to each row, in the order in which the function came to them, then comment and ending.
 */
final class RequestBuilder {
    private final TransactionOptions options;
    private final RowNames names = new RowNames();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, UUID> inserts = new LinkedHashMap<>();
    private final Map<Integer, Request.Cell> selects = new LinkedHashMap<>();
    private final List<Incremented> known = new ArrayList<>();

    private RequestBuilder(TransactionOptions options) {
        this.options = options;
    }

    static Request build(IdlTransaction tx, TransactionOptions options) {
        RequestBuilder builder = new RequestBuilder(options);
        builder.add(tx);
        return new Request(builder.operations, builder.inserts, builder.selects, builder.known);
    }

    private void add(IdlTransaction tx) {
        for (StagedRow row : tx.staged()) {
            if (row.isInserted() && !row.isDeleted() && !row.hasChosenUuid()) {
                names.add(row.uuid());
            }
        }
        operations.addAll(tx.asserts());
        operations.addAll(tx.waits());
        tx.staged().forEach(this::verify);
        tx.staged().forEach(this::change);
        if (!tx.comments().isEmpty()) {
            operations.add(new Comment(tx.comments()));
        }
        if (options.durable()) {
            operations.add(new Commit(true));
        }
        if (tx.isDryRun()) {
            operations.add(new Abort());
        }
    }

    // ---- What must be so.

    private void verify(StagedRow row) {
        if (row.isInserted()) {
            return;
        }
        Map<String, Datum> columns = new LinkedHashMap<>(row.verified());
        if (options.verifyingReads()) {
            columns.putAll(row.reads());
            if (options.onlyChanges() && !row.isDeleted()) {
                addLeftOut(row, columns);
            }
            if (columns.isEmpty() && (row.isChanged() || row.isReferred())) {
                columns.put("_uuid", Datum.of(row.uuid())); // That it is there.
            }
        }
        if (!columns.isEmpty()) {
            operations.add(Wait.on(row.table())
                    .where(Condition.uuid(row.uuid()))
                    .columns(List.copyOf(columns.keySet()))
                    .untilEqual(Row.of(columns))
                    .timeout(Duration.ZERO)
                    .build());
        }
    }

    private static void addLeftOut(StagedRow row, Map<String, Datum> columns) {
        for (String column : row.changes().keySet()) {
            Datum before = row.before(column);
            if (before != null && !row.isChanged(column)) {
                columns.put(column, before);
            }
        }
    }

    // ---- What is to happen.

    private void change(StagedRow row) {
        if (row.isInserted()) {
            insert(row);
        } else if (row.isDeleted()) {
            operations.add(
                    Delete.from(row.table()).where(Condition.uuid(row.uuid())).build());
        } else if (row.isChanged() || !options.onlyChanges() && !row.changes().isEmpty()) {
            modify(row);
        }
    }

    private void insert(StagedRow row) {
        if (row.isDeleted()) {
            return;
        }
        inserts.put(operations.size(), row.uuid());
        operations.add(
                new Insert(row.table(), whole(row), row.hasChosenUuid() ? row.uuid() : null, names.find(row.uuid())));
        row.incremented().forEach(column -> addKnown(row, column));
    }

    private void modify(StagedRow row) {
        Row whole = whole(row);
        if (!whole.isEmpty()) {
            operations.add(Update.in(row.table())
                    .where(Condition.uuid(row.uuid()))
                    .setAll(whole)
                    .build());
        }
        List<Mutation> mutations = new ArrayList<>();
        row.changes().forEach((column, change) -> {
            if (isSent(row, column)) {
                mutations.addAll(change.mutations(column, names));
            }
        });
        if (!mutations.isEmpty()) {
            operations.add(new Mutate(row.table(), List.of(Condition.uuid(row.uuid())), mutations));
        }
        row.incremented().forEach(column -> readBack(row, column));
    }

    private Row whole(StagedRow row) {
        Map<String, Datum> columns = new LinkedHashMap<>();
        row.changes().forEach((column, change) -> {
            if (change instanceof ColumnChange.Whole whole && isSent(row, column)) {
                columns.put(column, names.in(whole.value()));
            }
        });
        return Row.of(columns);
    }

    private boolean isSent(StagedRow row, String column) {
        return row.isInserted() || !options.onlyChanges() || row.isChanged(column);
    }

    private void readBack(StagedRow row, String column) {
        if (row.changes().get(column) instanceof ColumnChange.Whole) {
            addKnown(row, column);
            return;
        }
        selects.put(operations.size(), new Request.Cell(row.table(), row.uuid(), column));
        operations.add(Select.from(row.table())
                .where(Condition.uuid(row.uuid()))
                .columns(column)
                .build());
    }

    private void addKnown(StagedRow row, String column) {
        if (row.changes().get(column) instanceof ColumnChange.Whole whole) {
            known.add(new Incremented(row.table(), row.uuid(), column, whole.value()));
        }
    }
}
