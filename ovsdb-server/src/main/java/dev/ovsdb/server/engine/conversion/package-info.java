/**
 * What becomes of a database's rows when it gets another schema: by {@code convert}, and by {@code ovsdb-tool convert}.
 *
 * <p>Layer: above the store and {@code check}, below the engine and the command line.
 */
@NullMarked
package dev.ovsdb.server.engine.conversion;

import org.jspecify.annotations.NullMarked;
