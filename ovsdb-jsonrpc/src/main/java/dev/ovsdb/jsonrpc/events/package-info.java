/**
 * Flight recorder events of connections, in the category "OVSDB". While nobody records they cost a field read.
 *
 * <p>Layer: beside {@code metrics}, by whose hooks most of them come about; the transports commit those of connecting and
 * of TLS handshakes.
 */
@NullMarked
package dev.ovsdb.jsonrpc.events;

import org.jspecify.annotations.NullMarked;
