package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.engine.monitor.MonitoredDatabase.PinnedRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The rows that enter or leave a monitor because its condition changes, as updates.
 *
 * <p>Only a row that meets a clause which one condition has and the other has not can enter or leave. If such clauses all name
 * rows, or values that an index finds, these rows are looked up; else the table is gone through. Confined to the lane.
 */
final class ConditionDelta {
    private final MonitoredDatabase database;
    private final PinnedRows rows;
    private final TableSubscription old;
    private final TableSubscription now;
    private final UpdatesWriter updates;
    private final TableSchema table;
    private final Set<UUID> seen = new HashSet<>();

    private ConditionDelta(
            MonitoredDatabase database,
            PinnedRows rows,
            TableSubscription old,
            TableSubscription now,
            UpdatesWriter updates) {
        this.database = database;
        this.rows = rows;
        this.old = old;
        this.now = now;
        this.updates = updates;
        this.table = now.view().table();
    }

    /** Writes what changes in this table at the head. */
    static void write(
            MonitoredDatabase database,
            PinnedRows rows,
            TableSubscription old,
            TableSubscription now,
            UpdatesWriter updates) {
        if (old.condition() != now.condition()) {
            new ConditionDelta(database, rows, old, now, updates).write();
            updates.endTable();
        }
    }

    private void write() {
        RowCondition before = old.condition();
        RowCondition after = now.condition();
        boolean scan = before.isEvery() != after.isEvery()
                || !before.others().equals(after.others())
                || !lookup(before, after);
        if (scan) {
            rows.forEach(table, this::consider);
        } else {
            changed(before.uuids(), after.uuids()).forEach(this::find);
        }
    }

    private void find(UUID uuid) {
        RowImage image = rows.find(table, uuid);
        if (image != null) {
            consider(uuid, image);
        }
    }

    /** Considers the rows with values of which only one condition has a clause; false if there is no index for all of them. */
    private boolean lookup(RowCondition before, RowCondition after) {
        Map<Integer, Set<Datum>> earlier = valuesByColumn(before);
        Map<Integer, Set<Datum>> later = valuesByColumn(after);
        Set<Integer> columns = new HashSet<>(earlier.keySet());
        columns.addAll(later.keySet());
        BiConsumer<UUID, RowImage> consider = this::consider;
        for (int column : columns.stream().sorted().toList()) {
            Set<Datum> one = earlier.getOrDefault(column, Set.of());
            for (Datum value : changed(one, later.getOrDefault(column, Set.of()))) {
                if (!database.lookup(table, column, value, consider)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<Integer, Set<Datum>> valuesByColumn(RowCondition condition) {
        Map<Integer, Set<Datum>> values = new LinkedHashMap<>();
        condition.equal().forEach(clauses -> values.put(clauses.column(), clauses.values()));
        return values;
    }

    /** What is in one of both only: first what is new, then what is gone. */
    private static <T> List<T> changed(Set<T> before, Set<T> after) {
        List<T> changed = new ArrayList<>();
        for (T element : after) {
            if (!before.contains(element)) {
                changed.add(element);
            }
        }
        if (after.size() - changed.size() < before.size()) {
            for (T element : before) {
                if (!after.contains(element)) {
                    changed.add(element);
                }
            }
        }
        return changed;
    }

    private void consider(UUID uuid, RowImage image) {
        boolean was = old.condition().matches(uuid, image);
        boolean is = now.condition().matches(uuid, image);
        int kind = is ? Selection.INSERT : Selection.DELETE;
        if (was != is && now.wants(kind) && seen.add(uuid)) {
            RowChange change = is ? new RowChange(table, uuid, null, image) : new RowChange(table, uuid, image, null);
            now.write(updates.row(now.view()), change, kind);
        }
    }
}
