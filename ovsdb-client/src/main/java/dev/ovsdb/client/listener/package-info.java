/**
 * The manager role behind {@link dev.ovsdb.client.OvsdbListener}: servers dial in, and each becomes a client.
 *
 * <p>Layer: internal; above {@code session}.
 */
@NullMarked
package dev.ovsdb.client.listener;

import org.jspecify.annotations.NullMarked;
