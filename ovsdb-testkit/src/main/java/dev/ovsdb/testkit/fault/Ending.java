package dev.ovsdb.testkit.fault;

/** What happens to a connection when the bytes that a {@link Fault} lets pass are used up. */
public enum Ending {
    /** Nothing: the bytes are never used up. */
    NONE,
    /** Both sides see a reset, as after a crash of the other's machine. A Unix socket knows no reset and is just closed. */
    RESET,
    /** Both sides see an orderly end of the stream (FIN), as after a crash of the other's process. */
    CLOSE,
    /** Further bytes of this direction are read and vanish; the connection stays open. */
    BLACK_HOLE,
    /** Further bytes of this direction are not even read, so that the sender's buffers fill up. */
    STALL
}
