/**
 * Monitors: what clients want to see of a database, and how they hear of its changes.
 *
 * <p>Layer: above {@code data} and {@code check}; knows neither sessions nor storage. {@link
 * dev.ovsdb.server.engine.monitor.MonitorHub} belongs to the lane, which tells it of each version. Changes wait there as steps
 * until a session pulls them on its own event loop; they are encoded once for all monitors that want the same. Nothing here
 * starts a thread: contents are read on an executor that is given.
 */
@NullMarked
package dev.ovsdb.server.engine.monitor;

import org.jspecify.annotations.NullMarked;
