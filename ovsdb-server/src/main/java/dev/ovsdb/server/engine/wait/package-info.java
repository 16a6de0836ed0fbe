/**
 * Transactions that are blocked in a {@code wait} (RFC 7047, section 5.2.6).
 *
 * <p>Layer: above {@code store}; below {@code database}. Confined to the lane.
 */
@NullMarked
package dev.ovsdb.server.engine.wait;

import org.jspecify.annotations.NullMarked;
