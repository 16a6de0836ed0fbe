/**
 * The transport SPI: one duplex byte stream on one event loop, and how such streams come about. A connection is written
 * against this and never against Netty.
 *
 * <p>Layer: above {@code time}, {@code endpoint} and {@code tls}; below {@code connection} and {@code netty}.
 */
@NullMarked
package dev.ovsdb.jsonrpc.transport;

import org.jspecify.annotations.NullMarked;
