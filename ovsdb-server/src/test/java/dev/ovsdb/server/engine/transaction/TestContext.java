package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.rights.RowRights;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session whose circumstances a test chooses. */
final class TestContext implements TransactionContext {
    boolean readOnly;
    final Set<String> locks = new HashSet<>();
    final Set<String> virtual = new HashSet<>();

    @Nullable
    RowRights rights;

    Duration elapsed = Duration.ZERO;

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public boolean ownsLock(String lock) {
        return locks.contains(lock);
    }

    @Override
    public @Nullable RowRights rights() {
        return rights;
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public boolean isVirtual(TableSchema table) {
        return virtual.contains(table.name());
    }
}
