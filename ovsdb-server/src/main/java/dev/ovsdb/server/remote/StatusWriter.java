package dev.ovsdb.server.remote;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowBuilder;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseClosedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the status of remotes into the rows that they come from, only where it differs from what stands there. At most one
 * write is under way; what it missed the next one has. Guarded by its owner.
 */
final class StatusWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredRemotes.class);

    private @Nullable CompletableFuture<?> underWay;
    private volatile boolean failureLogged;

    /** @param statuses tells the status of a target */
    void write(List<ColumnReference> references, Function<String, StatusColumns> statuses) {
        if (underWay != null && !underWay.isDone()) {
            return;
        }
        Map<Database, List<Operation>> changes = new LinkedHashMap<>();
        for (ColumnReference reference : references) {
            for (RemoteRow row : RemoteRows.rows(reference)) {
                row.target()
                        .flatMap(target -> change(row, statuses.apply(target)))
                        .ifPresent(update -> changes.computeIfAbsent(reference.database(), none -> new ArrayList<>())
                                .add(update));
            }
        }
        List<CompletableFuture<?>> writes = new ArrayList<>();
        changes.forEach((database, updates) -> writes.add(
                database.transact(updates).handle((outcome, failure) -> written(database, outcome, failure))));
        underWay = CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new));
    }

    private static Optional<Operation> change(RemoteRow row, StatusColumns now) {
        RowBuilder changed = Row.builder();
        if (row.hasFlag("is_connected") && !row.flag("is_connected").equals(Optional.of(now.isConnected()))) {
            changed.put("is_connected", Datum.of(now.isConnected()));
        }
        if (row.hasStringMap("status") && !row.status().equals(now.status())) {
            changed.put("status", Datum.stringMap(now.status()));
        }
        Row columns = changed.build();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Update(row.table().name(), List.of(Condition.uuid(row.uuid())), columns));
    }

    private @Nullable Void written(
            Database database, @Nullable TransactionOutcome outcome, @Nullable Throwable failure) {
        Object wrong = outcome == null ? failure : outcome.firstError().orElse(null);
        if (wrong == null) {
            failureLogged = false;
        } else if (!(wrong instanceof DatabaseClosedException) && !failureLogged) {
            failureLogged = true;
            LOG.error("Failed to update remote status in {}: {}", database.name(), wrong);
        }
        return null;
    }
}
