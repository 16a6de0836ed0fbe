/**
 * {@code ovsdb conformance}: judges servers and clients.
 *
 * <p>Layer: a subcommand, above {@code console} and {@code options}. Cases and reports are the business of
 * {@code dev.ovsdb.conformance}.
 */
@NullMarked
package dev.ovsdb.cli.conformance;

import org.jspecify.annotations.NullMarked;
