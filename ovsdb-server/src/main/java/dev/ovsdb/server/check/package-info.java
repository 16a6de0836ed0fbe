/**
 * What the reference checks in schemas, values, conditions, mutations and rows, with the reasons it gives: the error's tag,
 * its details, and the piece of JSON that it objects to.
 *
 * <p>Layer: above {@code text}, below the engine and the command line. {@code dev.ovsdb.protocol} reads schemas and values too,
 * and fast, and says in its own words, for programs, what is wrong; here it is the words that matter, and which of several
 * faults is found first. So these checks work on trees, and are asked once reading has failed, or where time does not matter.
 */
@NullMarked
package dev.ovsdb.server.check;

import org.jspecify.annotations.NullMarked;
