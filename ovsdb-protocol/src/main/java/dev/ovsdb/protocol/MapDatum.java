package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from atoms to atoms, sorted by key. Up to {@value SetDatum#LARGEST_ARRAY} pairs are arrays, more a persistent tree,
 * in which a change costs O(log n) and shares the rest with the map it came from.
 */
public abstract sealed class MapDatum extends Datum permits ArrayMap, LargeMap {
    MapDatum() {}

    /** Hands over each pair, in the order of keys. */
    public abstract void forEach(BiConsumer<? super Atom, ? super Atom> action);

    abstract @Nullable Atom find(Atom key);

    /** The keys in order; not to be changed. */
    abstract Atom[] keyArray();

    /** The values in the order of their keys; not to be changed. */
    abstract Atom[] valueArray();

    /** This map with some pairs, whose keys it may have, and without some keys that it has and those pairs have not. */
    abstract MapDatum changed(MapDatum put, Atom[] removed);

    static MapDatum ofSorted(Atom[] keys, Atom[] values) {
        if (keys.length == 0) {
            return SharedDatums.EMPTY_MAP;
        }
        return keys.length <= SetDatum.LARGEST_ARRAY
                ? new ArrayMap(keys, values)
                : new LargeMap(AtomTree.of(keys, values));
    }

    static MapDatum of(Map<? extends Atom, ? extends Atom> pairs) {
        TreeMap<Atom, Atom> sorted = new TreeMap<>(pairs);
        return ofSorted(sorted.keySet().toArray(Sorted.NONE), sorted.values().toArray(Sorted.NONE));
    }

    static MapDatum ofStrings(Map<String, String> pairs) {
        TreeMap<Atom, Atom> sorted = new TreeMap<>();
        pairs.forEach((key, value) -> sorted.put(Atom.of(key), Atom.of(value)));
        return of(sorted);
    }

    public final Optional<Atom> get(Atom key) {
        return Optional.ofNullable(find(key));
    }

    /** The value of a string key, if that is a string. */
    public final Optional<String> get(String key) {
        Atom value = find(Atom.of(key));
        return value == null ? Optional.empty() : Optional.of(DatumViews.string(value));
    }

    public final SetDatum keys() {
        return SetDatum.ofSorted(keyArray());
    }

    /** The pairs in the order of keys. A large map is copied for this: see {@link #forEach}. */
    public final List<Map.Entry<Atom, Atom>> entries() {
        List<Map.Entry<Atom, Atom>> entries = new ArrayList<>(size());
        forEach((key, value) -> entries.add(Map.entry(key, value)));
        return Collections.unmodifiableList(entries);
    }

    /** This map with this pair, in place of another one of the same key. */
    public final DatumDelta put(Atom key, Atom value) {
        return put(new ArrayMap(new Atom[] {key}, new Atom[] {value}));
    }

    /** This map with these pairs, in place of others of the same keys. */
    public final DatumDelta put(MapDatum pairs) {
        return delta(pairs.filter((key, value) -> !value.equals(find(key))), Sorted.NONE);
    }

    /** This map with those of these pairs whose keys it does not have: what the mutation {@code insert} does. */
    public final DatumDelta putIfAbsent(MapDatum pairs) {
        return delta(pairs.filter((key, value) -> find(key) == null), Sorted.NONE);
    }

    /** This map without the pair of this key. */
    public final DatumDelta remove(Atom key) {
        return remove(of(key));
    }

    /** This map without the pairs of these keys. */
    public final DatumDelta remove(SetDatum keys) {
        return delta(SharedDatums.EMPTY_MAP, Sorted.filter(keys.elements(), this::contains));
    }

    /** This map without those of these pairs that are in it, key and value. */
    public final DatumDelta remove(MapDatum pairs) {
        return delta(
                SharedDatums.EMPTY_MAP,
                pairs.filter((key, value) -> value.equals(find(key))).keyArray());
    }

    /** How a diff of a map is applied: a pair that is in it goes, one of another value or a new key is put. */
    public final DatumDelta toggle(MapDatum pairs) {
        MapDatum put = pairs.filter((key, value) -> !value.equals(find(key)));
        return delta(put, pairs.filter((key, value) -> value.equals(find(key))).keyArray());
    }

    /** The pairs for which the test holds. */
    final MapDatum filter(PairTest test) {
        Atom[] keys = keyArray();
        Atom[] values = valueArray();
        Atom[] keptKeys = new Atom[keys.length];
        Atom[] keptValues = new Atom[keys.length];
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            if (test.test(keys[i], values[i])) {
                keptKeys[kept] = keys[i];
                keptValues[kept++] = values[i];
            }
        }
        return kept == keys.length ? this : ofSorted(Arrays.copyOf(keptKeys, kept), Arrays.copyOf(keptValues, kept));
    }

    final MapDatum without(MapDatum other) {
        return filter((key, value) -> !value.equals(other.find(key)));
    }

    /** Whether a pair is meant. */
    interface PairTest {
        boolean test(Atom key, Atom value);
    }

    private DatumDelta delta(MapDatum put, Atom[] removed) {
        Atom[] replaced = Sorted.filter(put.keyArray(), this::contains);
        Atom[] goneKeys = removed.length == 0 ? replaced : Sorted.changed(removed, replaced, Sorted.NONE);
        Atom[] goneValues = new Atom[goneKeys.length];
        for (int i = 0; i < goneKeys.length; i++) {
            goneValues[i] = Objects.requireNonNull(find(goneKeys[i]));
        }
        boolean same = put.isEmpty() && removed.length == 0;
        return new DatumDelta(this, same ? this : changed(put, removed), put, ofSorted(goneKeys, goneValues));
    }

    @Override
    public boolean contains(Atom key) {
        return find(key) != null;
    }

    @Override
    public List<Atom> atoms() {
        return Sorted.asList(keyArray());
    }

    @Override
    public void write(JsonWriter out) {
        out.beginArray().value("map").beginArray();
        forEach((key, value) -> {
            out.beginArray();
            key.write(out);
            value.write(out);
            out.endArray();
        });
        out.endArray().endArray();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof MapDatum that
                        && size() == that.size()
                        && hashCode() == that.hashCode()
                        && Arrays.equals(keyArray(), that.keyArray())
                        && Arrays.equals(valueArray(), that.valueArray());
    }

    /** The sum of the pairs' hashes, so that a tree can keep it up to date. */
    @Override
    public abstract int hashCode();
}
