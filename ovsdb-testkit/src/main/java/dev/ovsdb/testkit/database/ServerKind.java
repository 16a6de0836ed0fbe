package dev.ovsdb.testkit.database;

/** Which server a test runs on. Whichever it is, clients reach it at a Unix socket. */
public enum ServerKind {
    /** This project's server, in this process, with its databases in memory and a Unix socket. Needs nothing installed. */
    EMBEDDED,

    /** The installed {@code ovsdb-server}, as a process. Where it is missing the test is skipped, or fails. */
    LOCAL,

    /** {@code ovsdb-server} in a container. Where there is no Docker engine or no image the test is skipped, or fails. */
    CONTAINER
}
