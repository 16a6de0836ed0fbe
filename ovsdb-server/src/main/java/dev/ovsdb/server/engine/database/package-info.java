/**
 * One database as it is served: its store, its monitors, its storage, and what waits for what.
 *
 * <p>Layer: above {@code lane}, {@code store}, {@code monitor}, {@code wait} and {@code storage}; below {@code session}. Confined
 * to the lane, but for what says otherwise.
 */
@NullMarked
package dev.ovsdb.server.engine.database;

import org.jspecify.annotations.NullMarked;
