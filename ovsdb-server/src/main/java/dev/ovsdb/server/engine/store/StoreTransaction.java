package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the head that come to be together or not at all. It sees its own writes. Ended once, by {@link #commit} or
 * {@link #abort}; only then may the next one begin. Confined to the lane.
 */
public final class StoreTransaction {
    private final DatabaseStore store;
    private final List<RowEdit> edits = new ArrayList<>(4);
    private final List<TableStore> tables = new ArrayList<>(2);
    private boolean ended;

    StoreTransaction(DatabaseStore store) {
        this.store = store;
    }

    /** The row as this transaction sees it, null if it is not there. */
    public @Nullable TableRow find(TableStore table, UUID uuid) {
        TableRow row = table.rows().find(uuid);
        return row != null && isThere(row) ? row : null;
    }

    /** Whether this transaction sees the row. */
    public boolean isThere(TableRow row) {
        RowEdit edit = row.edit;
        return edit == null ? row.head() != null : edit.isAlive();
    }

    /** The value of a column by its index in the table's layout, also of the implicit ones. */
    public Datum value(TableRow row, int column) {
        int width = row.table().width();
        if (column >= width) {
            return Datum.of(column == width ? row.uuid() : version(row));
        }
        RowEdit edit = row.edit;
        return edit == null ? image(row).value(column) : edit.value(column);
    }

    /** All declared columns of the row as they are now. */
    public Row row(TableRow row) {
        RowEdit edit = row.edit;
        return edit == null ? image(row).row() : edit.toRow();
    }

    /** The row's {@code _version}: that of before the transaction, which commits give a new one, or a new row's own. */
    public UUID version(TableRow row) {
        RowEdit edit = row.edit;
        return edit == null ? image(row).version() : edit.version(store.ids()::nextUuid);
    }

    private static RowImage image(TableRow row) {
        RowImage image = row.head();
        if (image == null) {
            throw new IllegalArgumentException(row + " is not there");
        }
        return image;
    }

    /**
     * Hands over each row that is there now. The action may change rows, also delete them; rows that it inserts are not handed
     * over.
     */
    public void forEachRow(TableStore table, Consumer<? super TableRow> action) {
        int until = edits.size();
        AtomicReferenceArray<TableRow> slots = table.rows().slots();
        for (int slot = 0; slot < slots.length(); slot++) {
            TableRow row = slots.getPlain(slot);
            if (row != null && isThere(row) && !isInsertedSince(row, until)) {
                action.accept(row);
            }
        }
    }

    private static boolean isInsertedSince(TableRow row, int serial) {
        RowEdit edit = row.edit;
        return edit != null && edit.isInsert() && edit.serial >= serial;
    }

    /** The rows with this value in this column, by a unique index on that column alone; null if there is none. */
    public @Nullable List<TableRow> lookup(TableStore table, int column, Datum value) {
        TableIndex index = table.indexOn(column);
        return index == null ? null : lookup(table, index, new IndexKey(new Datum[] {value}));
    }

    /**
     * The rows of a table with these values, in the order of the index's columns: more than one only while the transaction has
     * not ended.
     */
    public List<TableRow> lookup(TableStore table, TableIndex index, List<Datum> values) {
        return lookup(table, index, new IndexKey(values.toArray(new Datum[0])));
    }

    private List<TableRow> lookup(TableStore table, TableIndex index, IndexKey key) {
        TableRow known = index.find(key);
        TableEdits changes = table.edits;
        if (changes == null) {
            return known == null ? List.of() : List.of(known);
        }
        List<TableRow> rows = new ArrayList<>(2);
        if (known != null
                && isThere(known)
                && index.key(column -> value(known, column)).equals(key)) {
            rows.add(known);
        }
        for (RowEdit edit : changes.keys(table.indexes().indexOf(index)).find(key)) {
            if (edit.row != known) {
                rows.add(edit.row);
            }
        }
        return rows;
    }

    /** Whether no row may be inserted with this UUID: one is there, or this transaction deleted one that was. */
    public boolean isTaken(TableStore table, UUID uuid) {
        TableRow row = table.rows().find(uuid);
        return row != null && (row.head() != null || isThere(row));
    }

    /**
     * Inserts a row.
     *
     * @param values a value for each declared column at its index of the table's layout; what is behind those is ignored.
     *     Belongs to the transaction from now on
     * @throws IllegalArgumentException if the UUID {@link #isTaken}
     */
    public TableRow insert(TableStore table, UUID uuid, @Nullable Datum[] values) {
        if (isTaken(table, uuid)) {
            throw new IllegalArgumentException(
                    "there is a row " + uuid + " in table " + table.schema().name());
        }
        TableRow row = table.rowToFill(uuid);
        int length = table.schema().layout().size();
        RowEdit edit = new RowEdit(row, values.length == length ? values : Arrays.copyOf(values, length), edits.size());
        TableEdits changes = add(edit);
        changes.grew(1);
        changes.touchedKey(edit);
        return row;
    }

    /**
     * Puts a value in place of the column's present one, of which it should be made where both are large.
     *
     * @throws IllegalArgumentException if the row is not there
     */
    public void set(TableRow row, int column, Datum value) {
        set(requireEdit(row), column, value);
    }

    /**
     * Puts the value that a mutation made of the column's present one.
     *
     * @throws IllegalArgumentException if the row is not there
     */
    public void set(TableRow row, int column, DatumDelta change) {
        RowEdit edit = requireEdit(row);
        set(edit, column, change.after());
        edit.cameBy(column, change);
    }

    void set(RowEdit edit, int column, Datum value) {
        edit.set(column, value);
        TableStore table = edit.row.table();
        if (table.isIndexed(column)) {
            editsOf(table).touchedKey(edit);
        }
    }

    /** @throws IllegalArgumentException if the row is not there */
    public void delete(TableRow row) {
        delete(requireEdit(row));
    }

    void delete(RowEdit edit) {
        edit.delete();
        editsOf(edit.row.table()).grew(-1);
    }

    private RowEdit requireEdit(TableRow row) {
        RowEdit edit = edit(row);
        if (edit == null || !edit.isAlive()) {
            throw new IllegalArgumentException(row + " is not there");
        }
        return edit;
    }

    /** The edit of a row, made if there is none, also if it deletes the row; null if the row was never there. */
    @Nullable
    RowEdit edit(TableRow row) {
        RowEdit edit = row.edit;
        if (edit != null) {
            return edit.isAlive() || edit.before != null ? edit : null;
        }
        RowImage image = row.head();
        if (image == null) {
            return null;
        }
        RowEdit made = new RowEdit(row, image, edits.size());
        add(made);
        return made;
    }

    private TableEdits add(RowEdit edit) {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        edits.add(edit);
        edit.row.edit = edit;
        return editsOf(edit.row.table());
    }

    private TableEdits editsOf(TableStore table) {
        TableEdits known = table.edits;
        if (known == null) {
            known = new TableEdits(table);
            table.edits = known;
            tables.add(table);
        }
        return known;
    }

    /** All edits in the order in which the transaction came to them; grows while it goes on. */
    List<RowEdit> edits() {
        return edits;
    }

    /** The tables that have edits, in the order in which the transaction came to them. */
    List<TableStore> tables() {
        return tables;
    }

    /**
     * Checks and finishes the changes in the reference's order: rows that are as before are dropped, strong references counted,
     * rows without any collected, {@code maxRows} checked, weak references to rows that are not there removed, unique indexes
     * checked; then the head is a new version.
     */
    public CommitResult commit() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        return store.commit(this);
    }

    /** Forgets all changes. Does nothing if the transaction has ended. */
    public void abort() {
        if (!ended) {
            store.ended(this);
        }
    }

    /** Takes its marks off rows and tables. What it committed has been put in place before. */
    void release() {
        ended = true;
        for (RowEdit edit : edits) {
            if (edit.row.edit == edit) { // And not a later one of the same UUID, inserted anew.
                edit.row.edit = null;
                edit.row.noteIfShell();
            }
        }
        for (TableStore table : tables) {
            table.edits = null;
        }
    }
}
