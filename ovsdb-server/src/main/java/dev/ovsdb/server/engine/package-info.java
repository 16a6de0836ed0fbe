/**
 * The engine: databases that are served to sessions, with transactions, monitors, locks and waiting (RFC 7047, section 4).
 *
 * <p>Layer: the topmost of the engine's packages, and the only ones that users see are this one, {@code settings} and {@code
 * metrics}. Everything that reads or changes a database passes through one lane, in order ({@code engine.lane}).
 */
@NullMarked
package dev.ovsdb.server.engine;

import org.jspecify.annotations.NullMarked;
