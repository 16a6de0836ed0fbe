/**
 * JSON-RPC 1.0 spoken by two peers over one byte stream: what all packages of this module share, its values and its
 * exceptions.
 *
 * <p>Layer: beside {@code ovsdb-protocol}, of which nothing here knows; below {@code client} and {@code server}. Types of
 * this package are immutable and may be shared between threads.
 */
@NullMarked
package dev.ovsdb.jsonrpc;

import org.jspecify.annotations.NullMarked;
