/**
 * {@code ovsdb server}, also installed as {@code ovsdb-server}: the reference program's options and control commands, on the
 * built-in engine.
 *
 * <p>Layer: beside the other subcommands; on {@code dev.ovsdb.server}, {@code unixctl}, {@code daemon} and {@code vlog}. What is
 * wrong is told in the reference's words and with its exit status.
 */
@NullMarked
package dev.ovsdb.cli.server;

import org.jspecify.annotations.NullMarked;
