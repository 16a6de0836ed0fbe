/**
 * Cuts a stream of bytes into JSON-RPC messages, wherever the pieces end, in one scan. Free-standing: it knows no transport
 * and no connection, and serves any program that speaks JSON-RPC 1.0.
 *
 * <p>Layer: above the module's values only. Framers are confined to one thread at a time; messages are immutable.
 */
@NullMarked
package dev.ovsdb.jsonrpc.framing;

import org.jspecify.annotations.NullMarked;
