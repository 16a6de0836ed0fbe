package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.storage.LogEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes transactions as the log has them: of each changed row the persistent columns that changed, of a new one those that are not
 * default. Large sets and maps cost by what changed of them. For one thread.
 *
 * <p>The reference 3.1.0 takes a difference to a default value for the value itself, which is the same only if that default is empty,
 * and no difference of more elements than the column may have. A transaction with one of these is written without differences.
 */
final class TransactionEncoder {
    private final boolean diffs;
    private final Map<TableSchema, int[]> persistent = new IdentityHashMap<>(); // Looked up only.
    private final Map<TableSchema, int[]> misleading = new IdentityHashMap<>(); // The same.
    private final JsonWriter out = new JsonWriter();

    /** @param diffs whether changed columns are written as differences */
    TransactionEncoder(boolean diffs) {
        this.diffs = diffs;
    }

    /** The record of a transaction, which is there until the next is encoded; null if it changed nothing that is kept. */
    @Nullable
    JsonWriter encode(LogEntry entry) {
        out.clear();
        Record record = new Record(entry);
        List<RowChange> changes = entry.changes();
        for (int i = 0; i < changes.size(); i++) {
            if (isFirstOfTable(changes, i)) {
                record.table(changes.get(i).table(), changes.subList(i, changes.size()));
            }
        }
        return record.end();
    }

    /** Looks backwards: that is where the others of its table are near. */
    private static boolean isFirstOfTable(List<RowChange> changes, int index) {
        TableSchema table = changes.get(index).table();
        int other = index - 1;
        while (other >= 0 && changes.get(other).table() != table) {
            other--;
        }
        return other < 0;
    }

    /** The members before those of tables. */
    static void begin(JsonWriter out, Instant date, boolean diff, @Nullable String comment) {
        out.beginObject().name("_date").value(date.toEpochMilli());
        if (diff) {
            out.name("_is_diff").value(true);
        }
        if (comment != null) {
            out.name("_comment").value(comment);
        }
    }

    /** A row that was not there before. */
    void insert(TableSchema table, Row row, JsonWriter out) {
        out.beginObject();
        for (int i : persistent(table)) {
            Datum value = row.valueAt(i);
            if (value != null && !value.equals(table.columnAt(i).defaultDatum())) {
                value.write(out.name(table.columnAt(i).name()));
            }
        }
        out.endObject();
    }

    private int[] persistent(TableSchema table) {
        return persistent.computeIfAbsent(table, TransactionEncoder::persistentColumns);
    }

    private static int[] persistentColumns(TableSchema table) {
        int[] indexes = new int[table.columns().size()];
        int count = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (!table.columnAt(i).ephemeral()) {
                indexes[count++] = i;
            }
        }
        return Arrays.copyOf(indexes, count);
    }

    private boolean misleads(List<RowChange> changes) {
        for (RowChange change : changes) {
            if (misleads(change)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the reference would read something else, or nothing. */
    private boolean misleads(RowChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        if (before == null || after == null) {
            return false;
        }
        for (int i : misleading.computeIfAbsent(change.table(), TransactionEncoder::misleadingColumns)) {
            Datum old = before.row().valueAt(i);
            Datum now = after.row().valueAt(i);
            if (old != now
                    && old != null
                    && now != null
                    && misleads(change, change.table().columnAt(i), old, now)) {
                return true;
            }
        }
        return false;
    }

    private static boolean misleads(RowChange change, ColumnSchema column, Datum old, Datum now) {
        ColumnType type = column.type();
        long most = (long) old.size() + now.size(); // More a difference cannot have, and mostly it has far less.
        return (most > type.max() && change.diff(old, now, type).size() > type.max())
                || (type.min() > 0 && old.equals(column.defaultDatum()));
    }

    private static int[] misleadingColumns(TableSchema table) {
        return Arrays.stream(persistentColumns(table))
                .filter(i -> mayMislead(table.columnAt(i).type()))
                .toArray();
    }

    private static boolean mayMislead(ColumnType type) {
        return type.isComposite() && (type.min() > 0 || type.max() != ColumnType.UNLIMITED);
    }

    /** One record in the making; its parts begin when there is something to put in. */
    private final class Record {
        private final LogEntry entry;
        private final boolean asDiffs;
        private boolean begun;
        private boolean inTable;
        private boolean inRow;

        Record(LogEntry entry) {
            this.entry = entry;
            this.asDiffs = diffs && !misleads(entry.changes());
        }

        void table(TableSchema table, List<RowChange> changes) {
            for (RowChange change : changes) {
                if (change.table() == table) {
                    row(change);
                }
            }
            if (inTable) {
                out.endObject();
                inTable = false;
            }
        }

        private void row(RowChange change) {
            RowImage before = change.before();
            RowImage after = change.after();
            if (after == null) {
                name(change);
                out.nullValue();
            } else if (before == null) {
                name(change);
                insert(change.table(), after.row(), out);
            } else {
                modify(change, before.row(), after.row());
            }
        }

        private void modify(RowChange change, Row before, Row after) {
            TableSchema table = change.table();
            for (int i : persistent(table)) {
                Datum old = before.valueAt(i);
                Datum now = after.valueAt(i);
                if (old != now && old != null && now != null) {
                    column(change, i, old, now);
                }
            }
            if (inRow) {
                out.endObject();
                inRow = false;
            }
        }

        private void column(RowChange change, int index, Datum old, Datum now) {
            ColumnSchema column = change.table().columnAt(index);
            if (old.equals(now)) {
                return;
            }
            if (!inRow) {
                name(change);
                out.beginObject();
                inRow = true;
            }
            out.name(column.name());
            (asDiffs ? change.diff(old, now, column.type()) : now).write(out);
        }

        private void name(RowChange change) {
            if (!begun) {
                begin(out, entry.date(), asDiffs, entry.comment());
                begun = true;
            }
            if (!inTable) {
                out.name(change.table().name()).beginObject();
                inTable = true;
            }
            out.name(change.uuid());
        }

        @Nullable
        JsonWriter end() {
            return begun ? out.endObject() : null;
        }
    }
}
