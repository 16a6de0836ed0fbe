package dev.ovsdb.server.remote;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.RemoteStatus;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.SessionLocks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the columns {@code is_connected} and {@code status} of a remote's row are to hold.
 *
 * <p>As in the reference, a passive remote tells how many connections it has and where it listens, and zeros for times; an
 * active one tells the state, times and locks of its only session.
 */
record StatusColumns(boolean isConnected, Map<String, String> status) {
    /** @param remote null if the target is no connection method, or cannot be used */
    static StatusColumns of(@Nullable Remote remote, boolean passive) {
        if (remote == null) {
            return passive ? unlistened() : new StatusColumns(false, Map.of("state", "BACKOFF"));
        }
        return remote.options().method() instanceof ConnectionMethod.Passive ? passive(remote) : active(remote);
    }

    private static StatusColumns unlistened() {
        Map<String, String> status = new TreeMap<>();
        status.put("sec_since_connect", "0");
        status.put("sec_since_disconnect", "0");
        return new StatusColumns(false, status);
    }

    private static StatusColumns passive(Remote remote) {
        RemoteStatus now = remote.status();
        Map<String, String> status = unlistened().status();
        now.port().ifPresent(port -> status.put("bound_port", String.valueOf(port)));
        if (now.connections() > 1) {
            status.put("n_connections", String.valueOf(now.connections()));
        }
        return new StatusColumns(now.isConnected(), status);
    }

    private static StatusColumns active(Remote remote) {
        RemoteStatus now = remote.status();
        Map<String, String> status = new TreeMap<>();
        status.put("state", now.state().name());
        putSeconds(status, "sec_since_connect", now.sinceConnect());
        putSeconds(status, "sec_since_disconnect", now.sinceDisconnect());
        for (ServerConnection session : remote.sessions()) {
            SessionLocks locks = session.locks();
            putNames(status, "locks_held", locks.held());
            putNames(status, "locks_waiting", locks.waiting());
            putNames(status, "locks_lost", locks.lost());
        }
        return new StatusColumns(now.isConnected(), status);
    }

    private static void putSeconds(Map<String, String> status, String key, Optional<Duration> since) {
        since.ifPresent(time -> status.put(key, String.valueOf(time.toSeconds())));
    }

    private static void putNames(Map<String, String> status, String key, List<String> names) {
        if (!names.isEmpty()) {
            status.put(key, String.join(" ", names));
        }
    }
}
