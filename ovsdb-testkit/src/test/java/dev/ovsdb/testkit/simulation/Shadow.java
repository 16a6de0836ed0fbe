package dev.ovsdb.testkit.simulation;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.RowChange;
import dev.ovsdb.protocol.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replica's events come to. Each must go on from what those before it said. */
final class Shadow implements ChangeListener {
    private final String name;
    private final Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
    private boolean begun;
    private long sequence;

    Shadow(String name) {
        this.name = name;
    }

    Map<UUID, Row> rows(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    boolean hasToken(long token) {
        return rows(SimSchema.LOG).values().stream()
                .anyMatch(row -> row.require("token").asLong() == token);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void changed(Changes changes) {
        boolean initial = changes.kind() == Changes.Kind.INITIAL;
        Violation.unless(initial != begun, "%s: %s comes first, or again", name, changes.kind());
        begun = true;
        long next = changes.sequence();
        Violation.unless(next >= sequence, "%s: sequence %d after %d", name, next, sequence);
        sequence = next;
        changes.rows().forEach(change -> take(changes, change));
    }

    private void take(Changes in, RowChange change) {
        Map<UUID, Row> rows = tables.computeIfAbsent(change.table(), table -> new LinkedHashMap<>());
        Row known = rows.get(change.uuid());
        Row told = switch (change.kind()) {
            case INSERTED -> null;
            case MODIFIED -> change.old().map(IdlRow::values).orElseThrow();
            case DELETED -> change.row().values();
        };
        require(told == null ? known == null : known != null && isSame(told, known), in, change, known);
        if (change.kind() == RowChange.Kind.DELETED) {
            rows.remove(change.uuid());
        } else {
            require(
                    change.kind() == RowChange.Kind.INSERTED
                            || !change.columns().isEmpty(),
                    in,
                    change,
                    known);
            rows.put(change.uuid(), change.row().values());
        }
    }

    /** But for columns that came or went with a conversion. */
    private static boolean isSame(Row one, Row other) {
        return one.columns().stream().allMatch(column -> {
            var value = other.find(column);
            return value == null || value.equals(one.find(column));
        });
    }

    private void require(boolean fits, Changes in, RowChange change, @Nullable Row known) {
        if (!fits) {
            throw new Violation(name + ": an event of kind " + in.kind() + " tells that row " + change.uuid() + " of "
                    + change.table() + " was " + change.kind() + " from "
                    + change.old().map(IdlRow::values) + " to " + change.row().values()
                    + ", but by the events before it was "
                    + known);
        }
    }
}
