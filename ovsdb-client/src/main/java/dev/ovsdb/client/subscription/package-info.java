/**
 * Monitors that are kept up over connections.
 *
 * <p>Layer: internal; above {@code conversation}, below {@code session}.
 */
@NullMarked
package dev.ovsdb.client.subscription;

import org.jspecify.annotations.NullMarked;
