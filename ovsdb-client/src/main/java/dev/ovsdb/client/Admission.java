package dev.ovsdb.client;

import dev.ovsdb.jsonrpc.transport.TransportInfo;

/**
 * Decides which peers a listener lets in, by their address and, after a TLS handshake, by their certificate. Asked on event
 * loops, for several peers at the same time; must not block. If it throws, the peer is refused.
 */
@FunctionalInterface
public interface Admission {
    /** Lets everybody in. */
    Admission EVERYBODY = peer -> true;

    /** Whether this peer may come in. */
    boolean admits(TransportInfo peer);
}
