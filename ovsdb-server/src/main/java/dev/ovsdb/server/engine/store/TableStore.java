package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of one table. */
public final class TableStore {
    private final TableSchema schema;
    private final int width;
    private RowMap rows = new RowMap();
    private final List<TableIndex> indexes;
    private final boolean[] indexed; // By column: whether an index has it.
    private final boolean[] ephemeral; // By column.
    private List<ReferenceColumn> strong = List.of();
    private List<ReferenceColumn> weak = List.of();
    private volatile int size;

    @Nullable
    TableEdits edits; // Of the transaction under way.

    TableStore(TableSchema schema) {
        this.schema = schema;
        this.width = schema.columns().size();
        this.indexed = new boolean[width];
        this.ephemeral = new boolean[width];
        for (int column = 0; column < width; column++) {
            ephemeral[column] = schema.columnAt(column).ephemeral();
        }
        List<TableIndex> all = new ArrayList<>();
        for (List<String> columns : schema.indexes()) {
            all.add(new TableIndex(
                    columns.stream().map(schema::requireColumnIndex).toList()));
        }
        this.indexes = List.copyOf(all);
        indexes.forEach(index -> index.columns().forEach(column -> indexed[column] = true));
    }

    /** Tells which columns refer to which tables, once all tables are there. */
    void link(List<ReferenceColumn> strongColumns, List<ReferenceColumn> weakColumns) {
        strong = List.copyOf(strongColumns);
        weak = List.copyOf(weakColumns);
    }

    /** Any thread. */
    public TableSchema schema() {
        return schema;
    }

    /** How many rows the head has, without what a transaction under way inserted and deleted. Any thread may ask. */
    public int size() {
        return size;
    }

    /** The row of the head, null if it is not there. What a transaction under way did is not seen: ask that. */
    public @Nullable TableRow find(UUID uuid) {
        TableRow row = rows.find(uuid);
        return row == null || row.head() == null ? null : row;
    }

    /** The unique indexes, in the order of the schema. Any thread. */
    public List<TableIndex> indexes() {
        return indexes;
    }

    /** The unique index on this column alone, null if there is none. Any thread. */
    public @Nullable TableIndex indexOn(int column) {
        for (TableIndex index : indexes) {
            if (index.columns().size() == 1 && index.columns().get(0) == column) {
                return index;
            }
        }
        return null;
    }

    /** How many declared columns there are. */
    int width() {
        return width;
    }

    boolean isIndexed(int column) {
        return indexed[column];
    }

    boolean isEphemeral(int column) {
        return ephemeral[column];
    }

    List<ReferenceColumn> strong() {
        return strong;
    }

    List<ReferenceColumn> weak() {
        return weak;
    }

    RowMap rows() {
        return rows;
    }

    /** The row of this UUID to be given values: a new one, or one that some version still has. */
    TableRow rowToFill(UUID uuid) {
        TableRow row = rows.find(uuid);
        if (row == null) {
            row = new TableRow(this, uuid);
            rows.add(row);
        } else if (row.isShell()) {
            rows.revived();
        }
        return row;
    }

    /** Hands over each row of the head; the action may take it away. */
    void forEachHead(BiConsumer<TableRow, RowImage> action) {
        AtomicReferenceArray<TableRow> slots = rows.slots();
        for (int slot = 0; slot < slots.length(); slot++) {
            TableRow row = slots.getPlain(slot);
            RowImage image = row == null ? null : row.head();
            if (row != null && image != null) {
                action.accept(row, image);
            }
        }
    }

    /** Forgets all rows of a store that could not be filled. */
    void clear() {
        rows = new RowMap();
        indexes.forEach(TableIndex::clear);
        size = 0;
    }

    void becameShell() {
        rows.becameShell();
    }

    void grew(int by) {
        size += by;
    }

    /** The values of a row in an array of its own, as long as the layout. */
    @Nullable
    Datum[] valuesOf(RowImage image) {
        @Nullable Datum[] values = new Datum[schema.layout().size()];
        for (int column = 0; column < width; column++) {
            values[column] = image.value(column);
        }
        return values;
    }

    @Override
    public String toString() {
        return "table " + schema.name() + " of " + size + " rows";
    }
}
