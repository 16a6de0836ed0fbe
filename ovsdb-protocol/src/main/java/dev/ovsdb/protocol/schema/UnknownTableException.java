package dev.ovsdb.protocol.schema;

import java.util.Collection;
import java.util.NoSuchElementException;

/** A database has no such table. */
public final class UnknownTableException extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    UnknownTableException(String database, String table, Collection<String> known) {
        super("database " + database + " has no table " + table + "; it has " + String.join(", ", known));
    }
}
