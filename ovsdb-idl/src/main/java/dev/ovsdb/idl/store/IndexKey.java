package dev.ovsdb.idl.store;

import dev.ovsdb.idl.interest.KeyPart;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import java.util.Arrays;
import java.util.List;

/**
 * A key of an index, or the first parts of one. Keys are ordered part by part, a beginning before all that goes on from it; values by
 * their atoms, maps by their keys first.
 */
public final class IndexKey implements Comparable<IndexKey> {
    private final Datum[] parts;
    private final int hash;

    IndexKey(Datum[] parts) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
    }

    /** The key of these parts. */
    public static IndexKey of(List<? extends Datum> parts) {
        return new IndexKey(parts.toArray(new Datum[0]));
    }

    /** The key of these parts. */
    public static IndexKey of(Datum... parts) {
        return new IndexKey(parts.clone());
    }

    /** How many parts it has. */
    public int size() {
        return parts.length;
    }

    /** The same for a hash map: of a single part that itself, which a row has anyhow. */
    Object hashed() {
        return parts.length == 1 ? parts[0] : this;
    }

    /** Whether a row has this key in an index of these parts; without making another. */
    boolean isOf(KeyPart[] all, Row row) {
        if (parts.length != all.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            Datum value = all[i].of(row);
            if (parts[i] != value && !parts[i].equals(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this key goes on from that one, or is it. */
    boolean startsWith(IndexKey beginning) {
        return beginning.parts.length <= parts.length
                && Arrays.equals(parts, 0, beginning.parts.length, beginning.parts, 0, beginning.parts.length);
    }

    @Override
    public int compareTo(IndexKey other) {
        int shared = Math.min(parts.length, other.parts.length);
        for (int i = 0; i < shared; i++) {
            int order = compare(parts[i], other.parts[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, other.parts.length);
    }

    private static int compare(Datum one, Datum other) {
        int order = compare(one.atoms(), other.atoms());
        if (order == 0 && one instanceof MapDatum map && other instanceof MapDatum that) {
            return compare(values(map), values(that));
        }
        return order;
    }

    private static List<Atom> values(MapDatum map) {
        return map.entries().stream().map(pair -> pair.getValue()).toList();
    }

    private static int compare(List<Atom> ones, List<Atom> others) {
        int shared = Math.min(ones.size(), others.size());
        for (int i = 0; i < shared; i++) {
            int order = ones.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.size(), others.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexKey that && hash == that.hash && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
