/**
 * Connection methods: where a peer is, or where peers are awaited, as Open vSwitch writes it ({@code tcp:host:port},
 * {@code punix:path}, ...).
 *
 * <p>Layer: at the bottom of {@code jsonrpc}. Plain values; nothing here opens a socket or resolves a name.
 */
@NullMarked
package dev.ovsdb.jsonrpc.endpoint;

import org.jspecify.annotations.NullMarked;
