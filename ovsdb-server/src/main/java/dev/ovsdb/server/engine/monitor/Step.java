package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows between two points that are published: what monitors send. Its changes never change; what was made of
 * it for a subscription is kept for the next session that asks. Thread-safe.
 */
final class Step {
    private final UUID transactionId;
    private final Map<String, List<RowChange>> tables;
    private final int size;
    private final Map<Subscription, Optional<JsonBytes>> encoded = new ConcurrentHashMap<>();
    private final Map<TableView, RowTexts> texts = new ConcurrentHashMap<>();

    private Step(UUID transactionId, Map<String, List<RowChange>> tables) {
        this.transactionId = transactionId;
        this.tables = tables;
        this.size = rows(tables);
    }

    private static int rows(Map<String, List<RowChange>> tables) {
        int count = 0;
        for (List<RowChange> changes : tables.values()) {
            count += changes.size();
        }
        return count;
    }

    /** The step of one version, in which each row is at most once. */
    static Step of(UUID transactionId, List<RowChange> changes) {
        Map<String, List<RowChange>> tables = new LinkedHashMap<>();
        for (RowChange change : changes) {
            tables.computeIfAbsent(change.table().name(), table -> new ArrayList<>())
                    .add(change);
        }
        return new Step(transactionId, tables);
    }

    /** The step of several versions in a row. */
    static Step ofVersions(UUID lastTransactionId, List<List<RowChange>> versions) {
        if (versions.size() == 1) {
            return of(lastTransactionId, versions.get(0));
        }
        NetChanges net = new NetChanges();
        versions.forEach(net::add);
        return new Step(lastTransactionId, net.byTable());
    }

    /** The steps in a row as one; with the last one's transaction id. */
    static Step merged(List<Step> steps) {
        NetChanges net = new NetChanges();
        for (Step step : steps) {
            step.tables.values().forEach(net::add);
        }
        return new Step(steps.get(steps.size() - 1).transactionId, net.byTable());
    }

    /** The last transaction that is part of it. */
    UUID transactionId() {
        return transactionId;
    }

    /** How many rows it changes. */
    int size() {
        return size;
    }

    List<RowChange> changes(TableSchema table) {
        return tables.getOrDefault(table.name(), List.of());
    }

    /** What it is to this subscription, made when first asked for; null if it is nothing. */
    @Nullable
    JsonBytes encodedFor(Subscription subscription) {
        Optional<JsonBytes> known = encoded.get(subscription);
        if (known == null) {
            known = encoded.computeIfAbsent(subscription, first -> Optional.ofNullable(first.encode(this)));
        }
        return known.orElse(null);
    }

    /** Writes the change of this index, as an update of this kind, from the text that other subscriptions use too. */
    void write(JsonWriter out, TableSubscription by, int index, int kind) {
        List<RowChange> changes = changes(by.view().table());
        if (by.view().users().get() < 2) {
            by.write(out, changes.get(index), kind);
            return;
        }
        texts.computeIfAbsent(by.view(), view -> new RowTexts(changes.size())).write(out, by, changes, index, kind);
    }
}
