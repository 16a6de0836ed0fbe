/**
 * Monitoring (RFC 7047, sections 4.1.5 and 4.1.6, and Open vSwitch's conditional monitors): what is asked for, and the updates
 * that come, as values and as a stream of rows.
 *
 * <p>Layer: above the values, the schema and conditions; below {@code rpc}. Requests and updates are immutable; a
 * {@link dev.ovsdb.protocol.monitor.TableUpdatesReader} is for one thread at a time.
 */
@NullMarked
package dev.ovsdb.protocol.monitor;

import org.jspecify.annotations.NullMarked;
