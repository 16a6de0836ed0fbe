package dev.ovsdb.jsonrpc.metrics;

/** How a call ended. */
public enum CallOutcome {
    /** With a result. */
    RESULT,
    /** With an error from the peer. */
    ERROR,
    /** Without an answer in time. */
    TIMEOUT,
    /** The caller no longer wanted to know. */
    CANCELLED,
    /** The connection ended first. */
    CLOSED,
    /** Its result could not be read. */
    FAILED
}
