/**
 * Sessions of the engine: what a connection asks goes into the lane, what comes of it leaves in order.
 *
 * <p>Layer: above {@code database}, {@code lock} and {@code transaction}; below the engine's public package. A session has two
 * halves: {@link dev.ovsdb.server.engine.session.EngineSession} lives on the connection's loop, {@link
 * dev.ovsdb.server.engine.session.LaneSession} in the lane. They hand each other batches and messages, and share nothing else.
 */
@NullMarked
package dev.ovsdb.server.engine.session;

import org.jspecify.annotations.NullMarked;
