package dev.ovsdb.client;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The manager role: servers dial in (as {@code ovsdb-server --remote=tcp:...} or {@code ovs-vsctl set-manager} make them), and
 * each becomes an {@link OvsdbClient}. Thread-safe.
 *
 * <p>Peers share a few event loops, so that thousands of them need no thread each. A peer's session ends with its connection;
 * when the peer dials again it is another client.
 */
public interface OvsdbListener extends AutoCloseable {
    /** Begins the description of a listener. */
    static OvsdbListenerBuilder builder() {
        return new OvsdbListenerBuilder();
    }

    /** Where it listens, with the real ports. */
    List<ConnectionMethod.Passive> methods();

    /** The sessions that are live now. */
    List<OvsdbClient> clients();

    /** Accepts nobody more and ends every session. Returns at once; closing twice is harmless. */
    @Override
    void close();

    /** Completes when all sessions have ended and everything is released. */
    CompletableFuture<Void> closed();
}
