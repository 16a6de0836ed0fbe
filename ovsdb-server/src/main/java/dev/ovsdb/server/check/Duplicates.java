package dev.ovsdb.server.check;

import dev.ovsdb.protocol.operation.ErrorTag;

/** The error of a set that holds an element twice, or a map that does a key. */
public final class Duplicates {
    private Duplicates() {}

    public static RejectedException in(boolean map) {
        return RejectedException.plain(
                ErrorTag.OVSDB_ERROR, map ? "map contains duplicate key" : "set contains duplicate");
    }
}
