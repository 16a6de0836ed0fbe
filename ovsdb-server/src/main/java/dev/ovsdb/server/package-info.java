/**
 * A server of OVSDB with its behaviour left open: connections, sessions, and the {@link dev.ovsdb.server.Handler} that answers
 * them (RFC 7047, section 4).
 *
 * <p>Layer: above {@code jsonrpc} and {@code protocol}; below the engine, which is a handler as any other. A session is
 * confined to the event loop of its connection, or to the executor that handlers were given.
 */
@NullMarked
package dev.ovsdb.server;

import org.jspecify.annotations.NullMarked;
