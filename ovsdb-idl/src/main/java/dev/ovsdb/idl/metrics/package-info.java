/**
 * What operators want to know of a replica.
 *
 * <p>Layer: SPI of {@code idl}; beside {@code change}. Listeners are called by whoever writes, and must be quick.
 */
@NullMarked
package dev.ovsdb.idl.metrics;

import org.jspecify.annotations.NullMarked;
