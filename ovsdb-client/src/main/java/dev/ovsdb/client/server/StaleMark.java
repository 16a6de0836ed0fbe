package dev.ovsdb.client.server;

import java.util.Optional;

/**
 * The largest log index that a session has seen at any member of its cluster. A member behind it would take the session back
 * in time. Confined to the session's event loop.
 */
public final class StaleMark {
    private long oldest;

    long oldestIndex() {
        return oldest;
    }

    void seen(Optional<DatabaseRow> row) {
        row.ifPresent(each -> oldest = Math.max(oldest, each.index().orElse(0)));
    }
}
