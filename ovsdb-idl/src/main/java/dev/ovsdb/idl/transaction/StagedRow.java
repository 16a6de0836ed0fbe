package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowBuilder;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transaction read of one row, and what it does to it. */
final class StagedRow {
    private final String table;
    private final UUID uuid;
    private final Columns columns;
    private final @Nullable IdlRow base; // Null if the transaction inserts the row.
    private final boolean chosen;
    private final Map<String, ColumnChange> changes = new LinkedHashMap<>();
    private final Map<String, Datum> reads = new LinkedHashMap<>();
    private final Map<String, Datum> verified = new LinkedHashMap<>(); // What was named, whatever the options say.
    private final Set<String> incremented = new LinkedHashSet<>();
    private boolean deleted;
    private boolean referred;

    private StagedRow(String table, UUID uuid, Columns columns, @Nullable IdlRow base, boolean chosen) {
        this.table = table;
        this.uuid = uuid;
        this.columns = columns;
        this.base = base;
        this.chosen = chosen;
    }

    static StagedRow of(IdlRow base, Columns columns) {
        return new StagedRow(base.table(), base.uuid(), columns, base, true);
    }

    /** @param chosen whether the row is to have this UUID; else it is one for the transaction only */
    static StagedRow inserted(String table, UUID uuid, Columns columns, boolean chosen) {
        return new StagedRow(table, uuid, columns, null, chosen);
    }

    String table() {
        return table;
    }

    UUID uuid() {
        return uuid;
    }

    Columns columns() {
        return columns;
    }

    Optional<IdlRow> base() {
        return Optional.ofNullable(base);
    }

    boolean isInserted() {
        return base == null;
    }

    boolean hasChosenUuid() {
        return chosen;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isReferred() {
        return referred;
    }

    Map<String, ColumnChange> changes() {
        return changes;
    }

    Map<String, Datum> reads() {
        return reads;
    }

    Map<String, Datum> verified() {
        return verified;
    }

    Set<String> incremented() {
        return Collections.unmodifiableSet(incremented);
    }

    // ---- Reading.

    Datum get(String column) {
        ColumnChange change = changes.get(column);
        if (change instanceof ColumnChange.Whole whole) {
            return whole.value();
        }
        if (base == null) {
            return columns.defaultOf(column);
        }
        Datum before = base.get(column);
        if (columns.has(column)) {
            reads.putIfAbsent(column, before);
        }
        return change == null ? before : change.over(before);
    }

    /** The columns that are held, with what was staged; nothing of this counts as read. */
    Row peek() {
        RowBuilder row = Row.builder();
        if (base == null) {
            columns.requireTable().columns().forEach(column -> row.put(column.name(), column.defaultDatum()));
        } else {
            row.putAll(base.values());
        }
        Row before = row.build();
        changes.forEach((column, change) -> {
            Datum held = before.find(column);
            if (held != null) {
                row.put(column, change.over(held));
            } else if (change instanceof ColumnChange.Whole whole) {
                row.put(column, whole.value());
            }
        });
        return row.build();
    }

    /** The value before the transaction; null if the replica does not hold it. */
    @Nullable
    Datum before(String column) {
        return base == null ? null : base.values().find(column);
    }

    void verify(String column) {
        if (base != null) {
            Datum before = base.get(column);
            if (columns.has(column)) {
                verified.put(column, before);
            }
        }
    }

    // ---- Writing.

    void set(String column, Datum value) {
        writable(column).check(value);
        incremented.remove(column);
        changes.put(column, new ColumnChange.Whole(value));
    }

    void change(String column, ColumnChange more) {
        ColumnChange before = changes.get(column);
        if (base == null && before == null) {
            before = new ColumnChange.Whole(more.beginning(columns.defaultOf(column)));
        }
        ColumnChange both = before == null ? more : before.then(more);
        if (both instanceof ColumnChange.Whole whole) {
            writable(column).check(whole.value());
        }
        changes.put(column, both);
    }

    void increment(String column, ColumnChange.Sum sum) {
        change(column, sum);
        incremented.add(column);
    }

    ColumnSchema writable(String column) {
        return columns.writable(column, base != null);
    }

    void delete() {
        columns.requireTable();
        deleted = true;
    }

    void refer() {
        referred = true;
    }

    /** Whether it makes a difference to the database. */
    boolean isChanged() {
        if (base == null || deleted) {
            return (base == null) != deleted;
        }
        return changes.keySet().stream().anyMatch(this::isChanged);
    }

    boolean isChanged(String column) {
        ColumnChange change = changes.get(column);
        if (change instanceof ColumnChange.Sum sum) {
            return !sum.isZero();
        }
        Datum before = before(column);
        return change != null && (before == null || change.changes(before));
    }
}
