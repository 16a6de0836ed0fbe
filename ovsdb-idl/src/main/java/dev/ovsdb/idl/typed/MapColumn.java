package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.interest.KeyPart;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column with a map, in the server's order of keys.
 *
 * @param <R> the rows that have it
 * @param <K> the type of its keys
 * @param <V> the type of its values
 */
public sealed class MapColumn<R extends TypedRow, K, V> extends Column<R, Map<K, V>>
        permits ReferenceMapColumn, ReferenceKeyMapColumn, ReferencePairMapColumn {
    private final AtomCodec<K> keys;
    private final AtomCodec<V> values;

    public MapColumn(String table, String name, AtomCodec<K> keys, AtomCodec<V> values) {
        super(table, name);
        this.keys = keys;
        this.values = values;
    }

    @Override
    public final Map<K, V> value(Datum datum) {
        if (datum instanceof MapDatum map) {
            return PairMap.of(map, keys, values);
        }
        if (datum instanceof SetDatum set && set.isEmpty()) {
            return Collections.emptyMap(); // What stands for a column of which no schema is known.
        }
        throw new IllegalStateException("expected a map in " + this + ", was " + datum);
    }

    @Override
    public final Datum datum(Map<K, V> value) {
        return datumOf(value);
    }

    /** What the column is to hold for these pairs. */
    public final Datum datumOf(Map<? extends K, ? extends V> pairs) {
        Map<Atom, Atom> atoms = new LinkedHashMap<>();
        pairs.forEach((key, value) -> atoms.put(keys.atom(key), values.atom(value)));
        return Datum.map(atoms);
    }

    /** What the column has under a key, as a part of an index's key. */
    public final KeyPart part(K key) {
        return KeyPart.mapValue(name(), keys.atom(key));
    }

    /** The column has exactly these pairs. */
    public final Condition eq(Map<? extends K, ? extends V> pairs) {
        return condition(Function.EQUAL, datumOf(pairs));
    }

    /** The column has not exactly these pairs. */
    public final Condition ne(Map<? extends K, ? extends V> pairs) {
        return condition(Function.NOT_EQUAL, datumOf(pairs));
    }

    /** The column has this value under this key. */
    public final Condition includes(K key, V value) {
        return condition(Function.INCLUDES, pair(key, value));
    }

    /** The column has all these pairs. */
    public final Condition includesAll(Map<? extends K, ? extends V> pairs) {
        return condition(Function.INCLUDES, datumOf(pairs));
    }

    /** The column has nothing or another value under this key. */
    public final Condition excludes(K key, V value) {
        return condition(Function.EXCLUDES, pair(key, value));
    }

    /** The column has none of these pairs. */
    public final Condition excludesAll(Map<? extends K, ? extends V> pairs) {
        return condition(Function.EXCLUDES, datumOf(pairs));
    }

    private Datum pair(K key, V value) {
        return Datum.map(Collections.singletonMap(keys.atom(key), values.atom(value)));
    }

    /** How its keys are Java values. */
    final AtomCodec<K> keys() {
        return keys;
    }

    /** How its values are Java values. */
    final AtomCodec<V> values() {
        return values;
    }
}
