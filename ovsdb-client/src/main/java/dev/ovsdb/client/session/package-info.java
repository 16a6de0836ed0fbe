/**
 * The session behind {@link dev.ovsdb.client.OvsdbClient}: connects, negotiates, serves calls, backs off and ends.
 *
 * <p>Layer: internal; the top of this module. The session's state has one owner, the state machine of its driver, which
 * runs on the session's event loop; all connections of a session are made on that loop too.
 */
@NullMarked
package dev.ovsdb.client.session;

import org.jspecify.annotations.NullMarked;
