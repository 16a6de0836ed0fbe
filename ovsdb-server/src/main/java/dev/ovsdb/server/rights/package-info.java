/**
 * Who may change which rows: Open vSwitch's role-based access control, and a hook for rules of one's own.
 *
 * <p>Layer: beside {@code data}; below the engine, which asks before each operation that changes rows. Everything here
 * runs in the server's lane, so nothing waits, reads files or takes locks. Reading is never restricted, as in the
 * reference.
 */
@NullMarked
package dev.ovsdb.server.rights;

import org.jspecify.annotations.NullMarked;
