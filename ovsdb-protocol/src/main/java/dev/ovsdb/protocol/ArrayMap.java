package dev.ovsdb.protocol;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map of a few pairs, or of none. */
final class ArrayMap extends MapDatum {
    private final Atom[] keys;
    private final Atom[] values;

    ArrayMap(Atom[] keys, Atom[] values) {
        this.keys = keys;
        this.values = values;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    @Nullable
    Atom find(Atom key) {
        int index = Sorted.find(keys, keys.length, key);
        return index < 0 ? null : values[index];
    }

    @Override
    public void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    Atom[] keyArray() {
        return keys;
    }

    @Override
    Atom[] valueArray() {
        return values;
    }

    @Override
    MapDatum changed(MapDatum put, Atom[] removed) {
        return merged(this, put, removed);
    }

    /** A map made anew from all pairs of the old one. */
    static MapDatum merged(MapDatum old, MapDatum put, Atom[] removed) {
        Atom[] added = Sorted.filter(put.keyArray(), key -> !old.contains(key));
        Atom[] keys = Sorted.changed(old.keyArray(), added, removed);
        Atom[] values = new Atom[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Atom value = put.find(keys[i]);
            values[i] = value != null ? value : Objects.requireNonNull(old.find(keys[i]));
        }
        return ofSorted(keys, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrayMap that
                ? Arrays.equals(keys, that.keys) && Arrays.equals(values, that.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < keys.length; i++) {
            hash += Sorted.hash(keys[i], values[i]);
        }
        return hash;
    }
}
