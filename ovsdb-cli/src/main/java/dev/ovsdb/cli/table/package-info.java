/**
 * Tables on a terminal, in a page, in a file: one small model and a class for each format, byte for byte as the reference
 * programs print them.
 *
 * <p>Layer: above {@code dev.ovsdb.protocol}, below {@code client}; knows no server.
 */
@NullMarked
package dev.ovsdb.cli.table;

import org.jspecify.annotations.NullMarked;
