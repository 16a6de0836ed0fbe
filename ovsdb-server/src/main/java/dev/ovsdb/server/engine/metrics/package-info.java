/**
 * What the engine tells of itself, for metrics.
 *
 * <p>Layer: below the engine's other packages.
 */
@NullMarked
package dev.ovsdb.server.engine.metrics;

import org.jspecify.annotations.NullMarked;
