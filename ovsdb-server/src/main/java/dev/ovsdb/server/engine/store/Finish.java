package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a version of a transaction whose edits are what they are to be. */
final class Finish {
    private final DatabaseStore store;
    private final StoreTransaction transaction;
    private final List<RowEdit> changed = new ArrayList<>(4);
    private final List<RowChange> changes = new ArrayList<>(4);
    private boolean ephemeralOnly = true;

    Finish(DatabaseStore store, StoreTransaction transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    CommitResult commit(Supplier<UUID> ids) {
        for (RowEdit edit : transaction.edits()) {
            if (edit.isChange()) {
                add(edit, edit.finish(ids));
            }
        }
        return changed.isEmpty() ? new CommitResult.Unchanged() : new CommitResult.Committed(makeVersion(ids.get()));
    }

    Version apply(UUID transactionId, List<RowChange> given) {
        for (RowChange change : given) {
            apply(change);
        }
        new StrongReferences(transaction).countLeniently();
        for (RowChange change : given) {
            RowEdit edit = editOf(store.table(change.table()), change.uuid());
            if (edit != null && edit.isChange()) {
                add(edit, edit.finishAs(change.after()));
            }
        }
        return makeVersion(transactionId);
    }

    private void apply(RowChange change) {
        TableStore table = store.table(change.table());
        RowImage after = change.after();
        RowEdit edit = editOf(table, change.uuid());
        if (after == null) {
            if (edit != null) {
                transaction.delete(edit);
            }
        } else if (edit == null) {
            transaction.insert(table, change.uuid(), table.valuesOf(after));
        } else {
            for (int column = 0; column < table.width(); column++) {
                edit.set(column, after.value(column));
            }
            edit.mark();
        }
    }

    private @Nullable RowEdit editOf(TableStore table, UUID uuid) {
        TableRow row = table.rows().find(uuid);
        return row == null ? null : transaction.edit(row);
    }

    private void add(RowEdit edit, RowChange change) {
        ephemeralOnly = ephemeralOnly && isEphemeralOnly(edit.row.table(), change);
        changed.add(edit);
        changes.add(change);
    }

    private static boolean isEphemeralOnly(TableStore table, RowChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        if (before == null || after == null) {
            return false;
        }
        for (int column = 0; column < table.width(); column++) {
            if (!table.isEphemeral(column) && !RowEdit.same(before.value(column), after.value(column))) {
                return false;
            }
        }
        return true;
    }

    private Version makeVersion(UUID transactionId) {
        HeadMove move = new HeadMove(changed, transaction.edits(), store.totals());
        VersionLog versions = store.versions();
        Version version = new Version(versions.nextNumber(), transactionId, List.copyOf(changes), ephemeralOnly, move);
        move.make(version.number());
        versions.made(version);
        return version;
    }
}
