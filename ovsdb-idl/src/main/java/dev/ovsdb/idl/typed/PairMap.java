package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.MapDatum;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view of a map of atoms as Java values. */
final class PairMap<K, V> extends AbstractMap<K, V> {
    private final MapDatum map;
    private final AtomCodec<K> keys;
    private final AtomCodec<V> values;

    private PairMap(MapDatum map, AtomCodec<K> keys, AtomCodec<V> values) {
        this.map = map;
        this.keys = keys;
        this.values = values;
    }

    static <K, V> Map<K, V> of(MapDatum map, AtomCodec<K> keys, AtomCodec<V> values) {
        PairMap<K, V> view = new PairMap<>(map, keys, values);
        // Several keys that are not recognised are one key: only then the view would not be a map.
        return keys.tellsAllApart() ? view : Collections.unmodifiableMap(new LinkedHashMap<>(view));
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        Atom atom = keys.find(key);
        return atom != null && map.contains(atom);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Atom atom = keys.find(key);
        return atom == null ? null : map.get(atom).map(values::value).orElse(null);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return map.size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new MappedIterator<>(map.entries().iterator(), PairMap.this::entry);
            }
        };
    }

    private Entry<K, V> entry(Entry<Atom, Atom> pair) {
        return Map.entry(keys.value(pair.getKey()), values.value(pair.getValue()));
    }
}
