/**
 * OVSDB's methods and notifications on one connection, from its first byte to its last.
 *
 * <p>Layer: internal; above {@code jsonrpc.connection}, below {@code subscription}, {@code locking} and {@code session},
 * which outlive connections. Nothing here reconnects or retries.
 */
@NullMarked
package dev.ovsdb.client.conversation;

import org.jspecify.annotations.NullMarked;
