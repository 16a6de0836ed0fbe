package dev.ovsdb.client.session;

import dev.ovsdb.client.SessionListener;
import dev.ovsdb.client.conversation.Timeouts;
import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.client.server.ServerRules;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a session behaves, however its connections come about. Immutable.
 *
 * @param connection limits, probe and observers of each connection
 * @param networkProbe the inactivity probe over TCP and TLS where {@code connection} has none; zero for none
 * @param timeouts how long calls may take
 * @param failFast whether calls fail at once while there is no connection
 * @param negotiate whether to ask for change awareness and the server's id before anything else
 * @param rules what a server must be
 * @param schemas where schemas are kept
 * @param listeners who is told from the start
 * @param ids for shuffling, jitter and schema keys
 */
public record SessionOptions(
        ConnectionOptions connection,
        Duration networkProbe,
        Timeouts timeouts,
        boolean failFast,
        boolean negotiate,
        Optional<ServerRules> rules,
        SchemaCache schemas,
        List<SessionListener> listeners,
        IdSource ids) {
    public SessionOptions {
        listeners = List.copyOf(listeners);
    }

    /** A Unix socket is not probed by default, as in the reference programs: its peer cannot vanish without a word. */
    ConnectionOptions connectionOptions(TransportInfo info) {
        boolean network = info.kind() == TransportInfo.Kind.TCP || info.kind() == TransportInfo.Kind.SSL;
        if (!network || networkProbe.isZero() || connection.inactivityProbe().isPresent()) {
            return connection;
        }
        return connection.toBuilder().inactivityProbe(networkProbe).build();
    }
}
