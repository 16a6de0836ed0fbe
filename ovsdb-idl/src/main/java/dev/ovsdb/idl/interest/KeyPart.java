package dev.ovsdb.idl.interest;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One part of an index's key: the value of a column, or what a map column has under a key. Where there is nothing, as in an optional
 * column or under a key that is not there, it is the empty set.
 *
 * @param column the column
 * @param keyOrNull the key, if the column is a map of which only that value counts
 */
public record KeyPart(String column, @Nullable Atom keyOrNull) {
    public KeyPart {
        Objects.requireNonNull(column, "column");
    }

    /** The value of a column. */
    public static KeyPart column(String column) {
        return new KeyPart(column, null);
    }

    /** What a map has under this key, as in {@code external_ids:iface-id}. */
    public static KeyPart mapValue(String column, String key) {
        return new KeyPart(column, Atom.of(key));
    }

    /** What a map has under this key. */
    public static KeyPart mapValue(String column, Atom key) {
        return new KeyPart(column, key);
    }

    /** This part of a row's key. */
    public Datum of(Row row) {
        Datum value = row.find(column);
        if (value == null) {
            return Datum.emptySet();
        }
        if (keyOrNull == null) {
            return value;
        }
        return value instanceof MapDatum map ? map.get(keyOrNull).map(Datum::of).orElse(Datum.emptySet()) : value;
    }

    @Override
    public String toString() {
        return keyOrNull == null ? column : column + ":" + keyOrNull;
    }
}
