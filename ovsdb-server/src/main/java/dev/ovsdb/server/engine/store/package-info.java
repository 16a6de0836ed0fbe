/**
 * The contents of one database: rows in versions, what refers to what, unique indexes, and the commit of a transaction.
 *
 * <p>Layer: above {@code data}; below {@code engine.transaction}, {@code engine.monitor} and {@code engine}. Nothing here knows
 * of sessions, JSON, storage or threads of its own.
 *
 * <p>One writer, the lane, makes versions; readers of any thread pin a version and see it whole while the lane goes on. A class
 * is confined to the lane unless it says otherwise.
 */
@NullMarked
package dev.ovsdb.server.engine.store;

import org.jspecify.annotations.NullMarked;
