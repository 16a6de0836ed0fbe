/**
 * JSON as the reference programs read and print it: their messages for bad input, their order of members, their layout.
 *
 * <p>Layer: beside {@code table}, below {@code client}. For texts of a command line's size and for results that are printed;
 * what can be large is read with {@code dev.ovsdb.protocol.json}.
 */
@NullMarked
package dev.ovsdb.cli.json;

import org.jspecify.annotations.NullMarked;
