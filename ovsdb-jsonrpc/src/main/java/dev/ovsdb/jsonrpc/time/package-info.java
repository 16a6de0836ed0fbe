/**
 * The seam of determinism: clocks and ids. Outside this package nothing asks the JVM for the time or for randomness.
 *
 * <p>Layer: the lowest of this module; knows no other package.
 */
@NullMarked
package dev.ovsdb.jsonrpc.time;

import org.jspecify.annotations.NullMarked;
