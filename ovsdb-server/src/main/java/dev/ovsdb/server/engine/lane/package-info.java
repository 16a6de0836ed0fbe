/**
 * The one place through which everything passes that reads or changes the engine's state, in order of arrival.
 *
 * <p>Layer: below the engine's other packages; knows neither databases nor sessions. A class that says it is confined to the
 * lane is used by the lane's holder only, and needs no lock: taking the lane makes everything visible that its last holder
 * did.
 */
@NullMarked
package dev.ovsdb.server.engine.lane;

import org.jspecify.annotations.NullMarked;
