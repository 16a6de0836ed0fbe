/**
 * Transactions (RFC 7047, section 5.2): from the bytes of the parameters of {@code transact} to the bytes of its result.
 *
 * <p>Layer: above the store, below the engine's sessions. A request is read once, on its session's loop, by the schema, straight
 * into steps that know tables and columns by index; it is executed in the lane, perhaps several times. Reading is made for
 * requests that are right: when it fails it only says so, and {@code dev.ovsdb.server.check} finds the words for what is
 * wrong from a tree of that one operation. An operation that cannot be executed is a step too, which fails when its turn
 * comes: what stands before it counts first.
 */
@NullMarked
package dev.ovsdb.server.engine.transaction;

import org.jspecify.annotations.NullMarked;
