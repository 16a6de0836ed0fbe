/**
 * What a command has of the world: streams, environment, terminals, the way it ends. Everything above is given one of these,
 * so that a test can run a command in its own process.
 *
 * <p>Layer: the bottom of the command line; knows no command.
 */
@NullMarked
package dev.ovsdb.cli.console;

import org.jspecify.annotations.NullMarked;
