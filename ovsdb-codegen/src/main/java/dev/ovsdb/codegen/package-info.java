/**
 * Turns schemas of databases into Java source: a type for each table's rows, a type for each table with a constant for each column,
 * enums, and one class for the database.
 *
 * <p>Layer: a tool above {@code dev.ovsdb.protocol}. What it writes stands on {@code dev.ovsdb.idl.typed}, which it only knows by name.
 * The same input gives the same text, whatever the machine. Schemas and documentation come from strangers: no text of theirs becomes
 * code or ends a comment.
 */
@NullMarked
package dev.ovsdb.codegen;

import org.jspecify.annotations.NullMarked;
