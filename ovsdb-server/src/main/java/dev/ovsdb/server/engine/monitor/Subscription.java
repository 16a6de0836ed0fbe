package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowChange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a monitor wants, but for whose it is and what it is called: monitors that want the same share one, and with it the
 * text of each update. Immutable; equal ones are one object within a hub.
 */
final class Subscription {
    private final MonitorKind kind;
    private final List<TableSubscription> tables;
    private final int hash;

    Subscription(MonitorKind kind, List<TableSubscription> tables) {
        this.kind = kind;
        this.tables = List.copyOf(tables);
        this.hash = kind.ordinal() * 31 + this.tables.hashCode();
    }

    MonitorKind kind() {
        return kind;
    }

    List<TableSubscription> tables() {
        return tables;
    }

    /** The same with other conditions for some tables. */
    Subscription with(Map<String, RowCondition> conditions) {
        List<TableSubscription> changed = new ArrayList<>(tables.size());
        for (TableSubscription table : tables) {
            RowCondition condition = conditions.get(table.view().table().name());
            changed.add(condition == null ? table : table.with(condition));
        }
        return new Subscription(kind, changed);
    }

    /**
     * What a step is to this subscription: the params of the notification from behind the monitor's id on; null if it is
     * nothing.
     */
    @Nullable
    JsonBytes encode(Step step) {
        UpdatesWriter updates = new UpdatesWriter();
        for (TableSubscription table : tables) {
            List<RowChange> changes = step.changes(table.view().table());
            for (int i = 0; i < changes.size(); i++) {
                int change = table.kind(changes.get(i));
                if (change != 0) {
                    step.write(updates.row(table.view()), table, i, change);
                }
            }
            updates.endTable();
        }
        return updates.isEmpty() ? null : finish(updates, step.transactionId());
    }

    /** What stands behind the monitor's id when these are the updates. */
    JsonBytes finish(UpdatesWriter updates, UUID transaction) {
        JsonWriter out = updates.end();
        out.endArray();
        if (!kind.tellsTransactions()) {
            return JsonBytes.of(out.toBuffers());
        }
        List<ByteBuffer> all = new ArrayList<>();
        all.add(ByteBuffer.wrap(("\"" + transaction + "\",").getBytes(StandardCharsets.US_ASCII)));
        all.addAll(out.toBuffers());
        return JsonBytes.of(all);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Subscription that
                        && hash == that.hash
                        && kind == that.kind
                        && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
