/**
 * What the reference program checks before it sends anything, with the reasons it gives: schema files and conditions.
 *
 * <p>Layer: beside {@code json}, below {@code client}. {@code dev.ovsdb.protocol} reads schemas and values too, and says in its
 * own words, for programs, what is wrong; here it is the words that matter, and which of several faults is found first.
 */
@NullMarked
package dev.ovsdb.cli.check;

import org.jspecify.annotations.NullMarked;
