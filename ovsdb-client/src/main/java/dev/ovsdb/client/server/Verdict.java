package dev.ovsdb.client.server;

import org.jspecify.annotations.Nullable;

/**
 * Whether a session stays with a server.
 *
 * @param reason why not, as the end of a sentence that begins with the server; null if it stays
 * @param leaderMoved whether all that is wrong is that another member leads
 */
public record Verdict(@Nullable String reason, boolean leaderMoved) {
    public static final Verdict ACCEPT = new Verdict(null, false);

    static Verdict reject(String reason) {
        return new Verdict(reason, false);
    }

    static Verdict notLeader(String reason) {
        return new Verdict(reason, true);
    }

    public boolean accepted() {
        return reason == null;
    }
}
