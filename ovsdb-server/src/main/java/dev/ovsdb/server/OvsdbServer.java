package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A server: the remotes at which peers are met, their sessions, and the handler that answers them. Thread-safe.
 *
 * <pre>{@code
 * try (OvsdbServer server = OvsdbServer.builder().handler(handler).listen("ptcp:0").startBlocking()) {
 *     System.out.println(server.methods());
 * }
 * }</pre>
 */
public interface OvsdbServer extends AutoCloseable {
    static OvsdbServerBuilder builder() {
        return new OvsdbServerBuilder();
    }

    Handler handler();

    /** One of its event loops, for timers. Nothing may block it. */
    EventLoop eventLoop();

    /** The remotes as they are now, in the order in which they were added. */
    List<Remote> remotes();

    /** Where it listens or connects, with real ports, in the order of the remotes. */
    default List<ConnectionMethod> methods() {
        return remotes().stream().map(Remote::method).toList();
    }

    /**
     * Listens or connects at one more place. A listener that cannot be had is tried again every second, until it can or is
     * removed; see {@link Remote#firstAttempt}.
     *
     * @throws IllegalArgumentException if the method needs TLS options and there are none
     * @throws IllegalStateException if the server was closed
     */
    Remote addRemote(RemoteOptions options);

    /** Serves a peer on a transport that was not started, made by whatever means. Goes nowhere if the server was closed. */
    void serve(Transport transport, RemoteSettings settings);

    /** The sessions as they are now, in the order in which they began. */
    List<ServerConnection> sessions();

    /**
     * Accepts no more peers and reads nothing more, lets what was asked be answered and what was queued leave, for as long as
     * the builder's close time-out; then ends every session and closes the handler.
     *
     * @return completes when all this is done, always normally
     */
    CompletableFuture<Void> closeAsync();

    /** As {@link #closeAsync()}, and waits for it, but not on an event loop. */
    @Override
    void close();
}
