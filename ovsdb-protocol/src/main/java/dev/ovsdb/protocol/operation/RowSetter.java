package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.Collection;
import java.util.UUID;

/** The columns of a row under construction; what the builders of insert and update share. */
public sealed interface RowSetter<B> permits Insert.Builder, Update.Builder {
    /** Sets a column; the last value set wins. */
    B set(String column, Datum value);

    /** Sets a column to one atom. */
    default B set(String column, Atom value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to a set of atoms, which may be empty. */
    default B set(String column, Collection<Atom> values) {
        return set(column, Datum.set(values));
    }

    default B set(String column, String value) {
        return set(column, Datum.of(value));
    }

    default B set(String column, long value) {
        return set(column, Datum.of(value));
    }

    default B set(String column, double value) {
        return set(column, Datum.of(value));
    }

    default B set(String column, boolean value) {
        return set(column, Datum.of(value));
    }

    default B set(String column, UUID value) {
        return set(column, Datum.of(value));
    }

    /** Sets all columns of the row. */
    B setAll(Row row);
}
