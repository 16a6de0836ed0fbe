/**
 * The metrics SPI: what happens on connections, told to whoever counts it. Costs nothing while nobody listens.
 *
 * <p>Layer: above {@code transport}; below {@code connection}, which calls it.
 */
@NullMarked
package dev.ovsdb.jsonrpc.metrics;

import org.jspecify.annotations.NullMarked;
