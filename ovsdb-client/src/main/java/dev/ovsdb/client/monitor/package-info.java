/**
 * Monitors as a client's user sees them (RFC 7047, sections 4.1.5 to 4.1.7, and {@code ovsdb-server(7)} 4.1.12 to
 * 4.1.17).
 *
 * <p>Layer: API of {@code client}. A monitor outlives its connection: after a reconnect the session asks for it again,
 * and the listener learns whether its contents go on or start anew.
 */
@NullMarked
package dev.ovsdb.client.monitor;

import org.jspecify.annotations.NullMarked;
