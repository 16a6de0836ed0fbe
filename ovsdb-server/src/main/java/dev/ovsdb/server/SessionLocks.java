package dev.ovsdb.server;

import java.util.List;

/**
 * The locks of one session at a moment, each by name.
 *
 * @param held those it owns
 * @param waiting those it waits for
 * @param lost those that were stolen from it for good, and that it has not unlocked yet
 */
public record SessionLocks(List<String> held, List<String> waiting, List<String> lost) {
    /** No locks. */
    public static final SessionLocks NONE = new SessionLocks(List.of(), List.of(), List.of());

    public SessionLocks {
        held = List.copyOf(held);
        waiting = List.copyOf(waiting);
        lost = List.copyOf(lost);
    }
}
