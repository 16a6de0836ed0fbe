/**
 * The remotes of a server as they are configured: by name, or by a column of a database whose rows they follow, with their
 * status written back; and TLS files named in a database.
 *
 * <p>Layer: above {@code server} and its {@code engine}, of which it uses what any Java code may. What reads or writes a
 * database does so as a transaction or a view like everybody's.
 */
@NullMarked
package dev.ovsdb.server.remote;

import org.jspecify.annotations.NullMarked;
