/**
 * The limits of the engine, as values.
 *
 * <p>Layer: below the engine's other packages. Immutable.
 */
@NullMarked
package dev.ovsdb.server.engine.settings;

import org.jspecify.annotations.NullMarked;
