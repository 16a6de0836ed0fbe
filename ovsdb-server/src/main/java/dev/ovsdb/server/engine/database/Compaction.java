package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a database's log replaced by its contents, one time after the other. Confined to the lane. */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final String COMMENT = "compacting database online";

    private final ServedDatabase database;
    private boolean underWay;

    Compaction(ServedDatabase database) {
        this.database = database;
    }

    /** The log has grown so much that it pays. */
    void due() {
        if (!underWay) {
            begin();
        }
    }

    CompletableFuture<Void> begin() {
        if (underWay || database.isFrozen() || database.isRemoved()) {
            String why = underWay ? "is being compacted" : "is being converted, or was removed";
            return CompletableFuture.failedFuture(new StorageException(database.name() + " " + why));
        }
        underWay = true;
        long begun = database.surroundings().clock().nanoTime();
        return database.storage()
                .compact(database.publishedContents(), COMMENT)
                .whenComplete((done, failure) -> ended(begun, failure));
    }

    private void ended(long begun, @Nullable Throwable failure) {
        underWay = false;
        Surroundings surroundings = database.surroundings();
        if (failure != null) {
            LOG.warn("{}: compaction failed: {}", database.storage().place(), failure.getMessage());
        }
        surroundings.listener().compacted(database.name(), surroundings.clock().nanoTime() - begun, failure);
    }
}
