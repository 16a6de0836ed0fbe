/**
 * JSON and values as the reference programs print them: their order of members, their layout, their words for types.
 *
 * <p>Layer: above {@code dev.ovsdb.protocol} and {@code dev.ovsdb.jsonrpc}, below everything that words an error or prints for
 * people; knows no server. For texts of a message's size, not for the contents of databases.
 */
@NullMarked
package dev.ovsdb.server.text;

import org.jspecify.annotations.NullMarked;
