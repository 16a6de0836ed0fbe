/**
 * One conversation of two JSON-RPC peers over one transport: calls and their replies, notifications, requests of the peer,
 * time-outs, probes and limits.
 *
 * <p>Layer: above {@code framing}, {@code transport} and {@code metrics}; below {@code service} and the sessions of other
 * modules. A connection is confined to its transport's event loop; what any thread may call says so.
 */
@NullMarked
package dev.ovsdb.jsonrpc.connection;

import org.jspecify.annotations.NullMarked;
