package dev.ovsdb.testkit.database;

/** Which server a test runs on. */
public enum ServerKind {
    /** This project's server, in this process, with its databases in memory and a Unix socket. Needs nothing installed. */
    EMBEDDED,

    /** The installed {@code ovsdb-server}, as a process, over a Unix socket. Where it is missing the test is skipped, or fails. */
    LOCAL,

    /** {@code ovsdb-server} in a container, over TCP. Where there is no Docker engine or no image the test is skipped, or fails. */
    CONTAINER
}
