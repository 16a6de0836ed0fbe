/**
 * What a transaction costs in the engine's store, and loading and memory by the row.
 *
 * <p>Layer: micro-benchmarks; one thread, no socket.
 */
@NullMarked
package dev.ovsdb.benchmarks.store;

import org.jspecify.annotations.NullMarked;
