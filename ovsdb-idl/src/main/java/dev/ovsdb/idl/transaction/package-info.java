/**
 * Writing to a replica's database by functions: each attempt reads one version of the replica, stages what it wants to change, and
 * is committed only if what it read is still so at the server.
 *
 * <p>Layer: API of {@code idl}, above its views. A function runs on its caller's thread or on an executor of the caller's, never on
 * the event loop; what it is given is for that thread and that attempt alone.
 */
@NullMarked
package dev.ovsdb.idl.transaction;

import org.jspecify.annotations.NullMarked;
