/**
 * {@code ovsdb codegen}: writes Java types for a schema.
 *
 * <p>Layer: a subcommand, above {@code console} and {@code options}. What it writes is the business of {@code dev.ovsdb.codegen}.
 */
@NullMarked
package dev.ovsdb.cli.codegen;

import org.jspecify.annotations.NullMarked;
