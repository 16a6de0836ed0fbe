/**
 * Conversations kept in files: recorded between a client and a server, looked at by tests, and played back in the place of either.
 *
 * <p>Layer: beside {@code conversation}, whose relay and ears it uses; knows JSON-RPC 1.0 and how OVSDB writes sets and UUIDs. What runs,
 * runs on one event loop; recordings are immutable values.
 */
@NullMarked
package dev.ovsdb.testkit.recording;

import org.jspecify.annotations.NullMarked;
