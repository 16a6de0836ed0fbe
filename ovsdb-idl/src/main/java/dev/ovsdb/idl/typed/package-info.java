/**
 * What generated code stands on: tables, rows and columns of a database as Java types.
 *
 * <p>Layer: API of {@code idl}, above {@link dev.ovsdb.idl.Replica}, its tables and its rows, and beside {@code transaction}, whose
 * rows it reads as well. A typed row is a view of an untyped one and is as immutable, so everything is for any thread but for what
 * belongs to a transaction. Nothing is copied but where it says so, and nothing is found by reflection.
 *
 * <p>Rows have no methods that write, so that one sees where something is written, and by which transaction: {@link
 * dev.ovsdb.idl.transaction.IdlTransaction#edit} takes a row read anywhere, and a {@link dev.ovsdb.idl.typed.TypedEdit} takes the
 * columns of that row.
 */
@NullMarked
package dev.ovsdb.idl.typed;

import org.jspecify.annotations.NullMarked;
