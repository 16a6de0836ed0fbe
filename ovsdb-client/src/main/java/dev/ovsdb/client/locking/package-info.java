/**
 * Locks that are kept up over connections.
 *
 * <p>Layer: internal; above {@code conversation}, below {@code session}.
 */
@NullMarked
package dev.ovsdb.client.locking;

import org.jspecify.annotations.NullMarked;
