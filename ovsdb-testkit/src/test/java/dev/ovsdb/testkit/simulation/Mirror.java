package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowDelta;
import dev.ovsdb.protocol.RowDiff;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that a monitor told of. Believes nothing: an update that does not fit what came before it is a violation. */
final class Mirror implements MonitorListener {
    private final String name;
    private final Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
    private final List<Told> message = new ArrayList<>();
    private boolean open; // A message has begun.
    private boolean hasContents;
    private boolean isServed; // By a server, at this moment.
    private boolean ended;

    private record Told(String table, UUID uuid, RowUpdate update) {}

    Mirror(String name) {
        this.name = name;
    }

    boolean isServed() {
        return isServed;
    }

    boolean isEnded() {
        return ended;
    }

    Map<UUID, Row> rows(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    boolean hasToken(long token) {
        return rows(SimSchema.LOG).values().stream()
                .anyMatch(row -> row.require("token").asLong() == token);
    }

    @Override
    public void onBegin(MonitorMessage begun) {
        Violation.unless(!open && !ended, "%s: a message begins in the middle of another, or after the end", name);
        open = true;
        message.clear();
        if (begun.kind() == MonitorMessage.Kind.CONTENTS) {
            hasContents = false; // Void, whether all comes or not.
            tables.clear();
        } else {
            Violation.unless(hasContents, "%s: %s without contents before", name, begun.kind());
        }
    }

    @Override
    public void onRow(String table, UUID row, RowUpdate update) {
        Violation.unless(open, "%s: a row without a message", name);
        message.add(new Told(table, row, update));
    }

    @Override
    public void onEnd(MonitorMessage whole) {
        Violation.unless(open, "%s: a message ends that did not begin", name);
        open = false;
        message.forEach(told -> take(whole, told));
        hasContents = true;
        isServed = true;
    }

    @Override
    public void onAborted(MonitorMessage cut) {
        open = false;
    }

    @Override
    public void onSuspended(@Nullable Throwable cause) {
        isServed = false;
    }

    @Override
    public void onRefused(Throwable cause) {
        isServed = false;
    }

    @Override
    public void onEnded(@Nullable Throwable cause) {
        isServed = false;
        ended = true;
    }

    private void take(MonitorMessage in, Told told) {
        Map<UUID, Row> rows = tables.computeIfAbsent(told.table(), table -> new LinkedHashMap<>());
        Row now = rows.get(told.uuid());
        Row next = next(in, told, now);
        if (next == null) {
            rows.remove(told.uuid());
        } else {
            rows.put(told.uuid(), next);
        }
    }

    private @Nullable Row next(MonitorMessage in, Told told, @Nullable Row now) {
        TableSchema table = SimSchema.FIRST.requireTable(told.table());
        if (told.update() instanceof RowUpdate.Initial initial) {
            require(now == null && in.kind() != MonitorMessage.Kind.RESUMED, in, told, now);
            return SimRows.complete(table, initial.row());
        }
        if (told.update() instanceof RowUpdate.Insert insert) {
            require(now == null, in, told, now);
            return SimRows.complete(table, insert.row());
        }
        require(now != null, in, told, now);
        if (now == null || told.update() instanceof RowUpdate.Delete) {
            return null;
        }
        if (told.update() instanceof RowUpdate.Modify modify) {
            RowDelta delta = RowDiff.apply(now, modify.diff(), table);
            require(!delta.isEmpty(), in, told, now);
            return delta.after();
        }
        RowUpdate.Replace replace = (RowUpdate.Replace) told.update();
        replace.before().forEach((column, value) -> require(value.equals(now.find(column)), in, told, now));
        require(!replace.after().equals(now), in, told, now);
        return replace.after();
    }

    private void require(boolean fits, MonitorMessage in, Told told, @Nullable Row now) {
        if (!fits) {
            throw new Violation(name + ": " + in.kind() + " tells of row " + told.uuid() + " of " + told.table() + " "
                    + told.update() + ", but it is " + now + ": told twice, or something was not told before");
        }
    }
}
