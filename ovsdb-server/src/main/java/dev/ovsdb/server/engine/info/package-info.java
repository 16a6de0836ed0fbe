/**
 * The {@code _Server} database, in which a server tells of the databases that it serves (ovsdb-server(5)).
 *
 * <p>Layer: above {@code database}; below the engine's public package. It is a database of one virtual table: its rows are put
 * by the engine, and sessions select and monitor it as any other.
 */
@NullMarked
package dev.ovsdb.server.engine.info;

import org.jspecify.annotations.NullMarked;
