/**
 * The {@code ovsdb} command.
 *
 * <p>Layer: above everything. This package finds the subcommand; each subcommand has a package of its own, and what they share
 * is in {@code console}, {@code options}, {@code json} and {@code table}. Nothing here may be needed as a library.
 */
@NullMarked
package dev.ovsdb.cli;

import org.jspecify.annotations.NullMarked;
