/**
 * What of a database a replica is to hold, as its user declares it before it begins.
 *
 * <p>Layer: API of {@code idl}, beside {@code store}. Immutable values; nothing here knows a session.
 */
@NullMarked
package dev.ovsdb.idl.interest;

import org.jspecify.annotations.NullMarked;
