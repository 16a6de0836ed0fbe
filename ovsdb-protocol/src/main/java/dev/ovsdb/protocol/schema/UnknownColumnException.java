package dev.ovsdb.protocol.schema;

import java.util.Collection;
import java.util.NoSuchElementException;

/** A table has no such column. */
public final class UnknownColumnException extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    UnknownColumnException(String table, String column, Collection<String> known) {
        super("table " + table + " has no column " + column + "; it has " + String.join(", ", known));
    }
}
