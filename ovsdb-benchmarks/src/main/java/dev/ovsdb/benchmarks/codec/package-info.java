/**
 * JMH benchmarks of what every message passes through: framing, decoding, encoding.
 *
 * <p>Layer: micro-benchmarks; one thread, no socket.
 */
@NullMarked
package dev.ovsdb.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
