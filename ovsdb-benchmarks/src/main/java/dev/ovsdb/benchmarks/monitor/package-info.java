/**
 * JMH benchmarks of the engine's monitors: initial contents, updates for many subscriptions, changes of conditions.
 *
 * <p>Layer: micro-benchmarks; on the store as the server has it, no socket.
 */
@NullMarked
package dev.ovsdb.benchmarks.monitor;

import org.jspecify.annotations.NullMarked;
