/**
 * The same requests to two servers, and every difference between what they say.
 *
 * <p>A {@link dev.ovsdb.testkit.differential.Script} is a schema and a list of steps. It is made from a seed, step by step,
 * with the rows of the last dump at hand ({@code *Maker}); it is played on two servers through plain sockets
 * ({@link dev.ovsdb.testkit.differential.Play}), compared after each step, shortened when it fails, and kept as a file.
 *
 * <p>Layer: tests only. Nothing of the client or server library decodes, encodes or frames here: a mistake that both sides of
 * a codec share would stay hidden. The generators read the schema's model of {@code ovsdb-protocol}; the tree of JSON values is
 * {@code ovsdb-jsonrpc}'s.
 */
@NullMarked
package dev.ovsdb.testkit.differential;

import org.jspecify.annotations.NullMarked;
