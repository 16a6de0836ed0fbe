package dev.ovsdb.client.server;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a server must be for a session to stay with it.
 *
 * @param database the database that the session is for
 * @param leaderOnly whether the server must lead that database's cluster
 * @param clusterId the cluster that the database must belong to, if it matters
 */
public record ServerRules(String database, boolean leaderOnly, Optional<UUID> clusterId) {
    private static final UUID NONE = new UUID(0, 0);

    public ServerRules {
        Objects.requireNonNull(database, "database");
    }

    /**
     * Judges a server by its {@code Database} rows. A standalone database is always fine: there is no better server for it.
     *
     * @param oldestIndex the largest log index seen at any server of the cluster; a smaller one is stale
     */
    public Verdict judge(List<DatabaseRow> rows, long oldestIndex) {
        Optional<DatabaseRow> found = find(rows);
        if (found.isEmpty()) {
            return Verdict.reject("has no database " + database
                    + clusterId.map(id -> " of cluster " + id).orElse(""));
        }
        return switch (found.get().model()) {
            case STANDALONE -> Verdict.ACCEPT;
            case RELAY -> judgeRelay(found.get());
            case CLUSTERED -> judgeMember(found.get(), oldestIndex);
        };
    }

    /** The row that these rules are about. */
    public Optional<DatabaseRow> find(List<DatabaseRow> rows) {
        return rows.stream().filter(this::matches).findFirst();
    }

    private boolean matches(DatabaseRow row) {
        return row.name().equals(database)
                && clusterId
                        .map(id -> row.cid().equals(Optional.of(id)) || unjoined(row))
                        .orElse(true);
    }

    private Verdict judgeRelay(DatabaseRow row) {
        if (!row.connected()) {
            return Verdict.reject("relays " + database + " but is not connected to its source");
        }
        return leaderOnly ? Verdict.reject("relays " + database + " and so does not lead it") : Verdict.ACCEPT;
    }

    private Verdict judgeMember(DatabaseRow row, long oldestIndex) {
        if (unjoined(row)) {
            return Verdict.reject("has not joined the cluster of " + database + " yet");
        }
        if (!row.connected()) {
            return Verdict.reject("is disconnected from the cluster of " + database);
        }
        if (leaderOnly && !row.leader()) {
            return Verdict.notLeader("does not lead the cluster of " + database);
        }
        long index = row.index().orElse(0);
        if (index < oldestIndex) {
            return Verdict.reject(
                    "has stale data of " + database + ": index " + index + ", seen elsewhere " + oldestIndex);
        }
        return Verdict.ACCEPT;
    }

    /** Before a member has joined, its cluster id is the zero UUID and it has no index (seen on 3.1.0). */
    private static boolean unjoined(DatabaseRow row) {
        return row.model() == DatabaseRow.Model.CLUSTERED
                && row.cid().orElse(NONE).equals(NONE);
    }
}
