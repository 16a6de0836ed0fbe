package dev.ovsdb.testkit.fault;

/** Which way bytes go through the proxy. */
public enum Direction {
    /** From the client, which connected to the proxy. */
    TO_SERVER,
    /** From the server, to which the proxy connected. */
    TO_CLIENT;
}
