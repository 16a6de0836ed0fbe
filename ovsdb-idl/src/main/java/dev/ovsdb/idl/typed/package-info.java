/**
 * What generated code stands on: tables, rows and columns of a database as Java types.
 *
 * <p>Layer: API of {@code idl}, above {@link dev.ovsdb.idl.Replica}, its tables and its rows; nothing below knows of it. A typed row is
 * a view of an untyped one and is as immutable, so everything here is for any thread. Nothing is copied but where it says so, and
 * nothing is found by reflection.
 */
@NullMarked
package dev.ovsdb.idl.typed;

import org.jspecify.annotations.NullMarked;
