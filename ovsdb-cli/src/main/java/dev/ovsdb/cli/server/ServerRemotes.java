package dev.ovsdb.cli.server;

import java.util.List;

/** The connection methods in use; what the control commands do with them. */
interface ServerRemotes extends AutoCloseable {
    /** @throws dev.ovsdb.cli.console.CommandException if it is malformed, in the reference's words */
    void add(String remote);

    /** Whether it was there. */
    boolean remove(String remote);

    List<String> list();

    /** Ends every session; peers come back. */
    void reconnect(String reason);

    int sessions();

    @Override
    void close();
}
