package dev.ovsdb.client.session;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.reconnect.EndpointList;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.util.List;

/**
 * Which remotes a session may have, and in which order it tries them.
 *
 * @param shuffle whether the order is drawn
 * @param tls whether it can speak TLS
 */
record RemoteChoice(boolean shuffle, boolean tls, IdSource ids) {
    /** @throws IllegalArgumentException if there is none, or one needs TLS that the session cannot speak */
    void check(List<ConnectionMethod.Active> remotes) {
        if (remotes.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one remote");
        }
        if (!tls && remotes.stream().anyMatch(ConnectionMethod::isTls)) {
            throw new IllegalArgumentException(
                    "this session has no TLS options, which an ssl: remote needs: " + remotes);
        }
    }

    EndpointList ordered(List<ConnectionMethod.Active> remotes) {
        return shuffle ? EndpointList.shuffled(remotes, ids) : EndpointList.inOrder(remotes);
    }
}
