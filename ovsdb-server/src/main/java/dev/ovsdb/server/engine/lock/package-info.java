/**
 * Named locks: {@code lock}, {@code steal}, {@code unlock} (RFC 7047, sections 4.1.8 to 4.1.10).
 *
 * <p>Layer: below {@code session}; knows nothing of how a session is told. Confined to the lane.
 */
@NullMarked
package dev.ovsdb.server.engine.lock;

import org.jspecify.annotations.NullMarked;
