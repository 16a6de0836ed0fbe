package dev.ovsdb.server.file;

/** What a file is opened for. */
public enum OpenMode {
    /** Reading what is there. */
    READ,
    /** Reading and writing what is there. */
    WRITE,
    /** Writing a file that is not there yet; it is an error if it is. */
    CREATE
}
