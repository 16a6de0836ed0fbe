package dev.ovsdb.jsonrpc.transport;

/** Receives peers that connected to a {@link Listener}. */
@FunctionalInterface
public interface Acceptor {
    /**
     * A peer is there. Called on the transport's event loop, so for several peers at the same time. The acceptor starts the
     * transport or ends it; if it throws, the transport is aborted.
     */
    void accepted(Transport transport);
}
