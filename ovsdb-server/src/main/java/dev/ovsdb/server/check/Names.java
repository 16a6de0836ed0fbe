package dev.ovsdb.server.check;

/** Whether a UUID may be given by the {@code uuid-name} of an insert: in a transaction it may, nowhere else. */
public enum Names {
    ALLOWED,
    REFUSED
}
