package dev.ovsdb.cli.demo;

import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Follows a monitor and turns each message into lines.
 *
 * <p>Messages come on the session's event loop, which must not wait: they are put into a queue from which the
 * demonstration's thread takes them.
 */
final class Spectator {
    private final BlockingQueue<MonitorChange> messages = new LinkedBlockingQueue<>();
    private final Map<UUID, String> names = new LinkedHashMap<>();

    MonitorListener listener() {
        return MonitorListener.of(messages::add);
    }

    /** The next message, as lines; waits for it. */
    Seen next(Duration patience) {
        try {
            MonitorChange change = messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (change == null) throw new DemoFailure("no update came within " + patience);
            return new Seen(change.message().kind(), lines(change));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while waiting for an update", e);
        }
    }

    /** Forgets what came so far. */
    void skipAll() {
        messages.clear();
    }

    private List<String> lines(MonitorChange change) {
        List<String> lines = new ArrayList<>();
        change.updates()
                .tables()
                .forEach((table, rows) -> rows.forEach((row, update) -> lines.add(line(table, row, update))));
        return lines;
    }

    private String line(String table, UUID uuid, RowUpdate update) {
        if (update instanceof RowUpdate.Initial initial) return line("has", table, uuid, initial.row());
        if (update instanceof RowUpdate.Insert insert) return line("insert", table, uuid, insert.row());
        if (update instanceof RowUpdate.Modify modify) return line("modify", table, uuid, modify.diff());
        if (update instanceof RowUpdate.Replace replace) return line("modify", table, uuid, replace.after());
        return line("delete", table, uuid, Row.empty());
    }

    /** A change names its row by UUID only; the row's name was told when it came. */
    private String line(String what, String table, UUID uuid, Row row) {
        row.get("name").ifPresent(name -> names.put(uuid, name.asString()));
        String columns = row.without("name").columns().stream()
                .map(column -> column + "=" + Texts.of(row.require(column)))
                .collect(Collectors.joining(", "));
        return String.format("%-7s %-9s %-7s %s", what, table, names.getOrDefault(uuid, "?"), columns)
                .stripTrailing();
    }

    /**
     * One message of the monitor.
     *
     * @param kind whether it is the whole contents or changes
     * @param lines a line for each row
     */
    record Seen(MonitorMessage.Kind kind, List<String> lines) {
        boolean isContents() {
            return kind == MonitorMessage.Kind.CONTENTS;
        }
    }
}
