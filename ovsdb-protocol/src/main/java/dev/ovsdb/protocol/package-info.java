/**
 * OVSDB's values as RFC 7047, section 5.1, defines them: atoms, sets, maps and rows, and the differences between them.
 *
 * <p>Layer: beside {@code jsonrpc}; below {@code client}, {@code server} and {@code idl}. Everything here is immutable and
 * has one canonical form: equal values are equal objects. Nothing here opens a socket, starts a thread or logs.
 */
@NullMarked
package dev.ovsdb.protocol;

import org.jspecify.annotations.NullMarked;
