package dev.ovsdb.client.session;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.concurrent.CompletableFuture;

/** Opens a transport to a remote, on the session's event loop. */
interface Dialer {
    CompletableFuture<Transport> dial(ConnectionMethod.Active remote);
}
