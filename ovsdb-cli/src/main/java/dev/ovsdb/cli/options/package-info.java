/**
 * Command lines as {@code getopt_long} takes them, which the reference programs are called with: long names may be shortened,
 * options and operands may be mixed.
 *
 * <p>Layer: knows nothing of OVSDB. The parser is our own because scripts depend on these rules and messages; picocli only
 * makes the shell completion, so that it is not loaded when a command runs.
 */
@NullMarked
package dev.ovsdb.cli.options;

import org.jspecify.annotations.NullMarked;
