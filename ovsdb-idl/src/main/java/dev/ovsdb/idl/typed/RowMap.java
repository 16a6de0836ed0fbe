package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.MapDatum;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view of a map with references, as the rows that its keys or values refer to. A pair of which a row is not held is left out. */
final class RowMap<K, V> extends AbstractMap<K, V> {
    private final ReadableRow from;
    private final String column;
    private final Function<Atom, @Nullable K> keyOf;
    private final Function<@Nullable Object, @Nullable Atom> find;
    private final BiFunction<Atom, Atom, @Nullable V> valueOf;

    /**
     * @param keyOf the key as a program sees it; null for a row that is not held
     * @param find the atom of what may be a key; null if it cannot be one
     * @param valueOf a pair's value as a program sees it; null for a row that is not held
     */
    RowMap(
            ReadableRow from,
            String column,
            Function<Atom, @Nullable K> keyOf,
            Function<@Nullable Object, @Nullable Atom> find,
            BiFunction<Atom, Atom, @Nullable V> valueOf) {
        this.from = from;
        this.column = column;
        this.keyOf = keyOf;
        this.find = find;
        this.valueOf = valueOf;
    }

    /** The row that a key refers to. */
    static <Q> @Nullable Q key(ReadableRow from, String column, Atom key, Function<ReadableRow, Q> typed) {
        ReadableRow row = key instanceof Atom.UuidAtom uuid ? from.findReference(column, uuid.value()) : null;
        return row == null ? null : typed.apply(row);
    }

    /** The atom of what may be a row that a key refers to. */
    static @Nullable Atom findKey(@Nullable Object row) {
        return row instanceof TypedRow typed ? Atom.of(typed.uuid()) : null;
    }

    /** The row that the value under a key refers to. */
    static <Q> @Nullable Q value(ReadableRow from, String column, Atom key, Function<ReadableRow, Q> typed) {
        ReadableRow row = from.findReferenceByKey(column, key);
        return row == null ? null : typed.apply(row);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Atom atom = find.apply(key);
        if (atom == null || !(from.get(column) instanceof MapDatum map)) {
            return null;
        }
        Atom value = map.get(atom).orElse(null);
        return value == null || keyOf.apply(atom) == null ? null : valueOf.apply(atom, value);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return entries().size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new MappedIterator<>(entries().iterator(), entry -> entry);
            }
        };
    }

    private List<Entry<K, V>> entries() {
        List<Entry<K, V>> entries = new ArrayList<>();
        if (from.get(column) instanceof MapDatum map) {
            map.forEach((atom, value) -> {
                K key = keyOf.apply(atom);
                V seen = key == null ? null : valueOf.apply(atom, value);
                if (key != null && seen != null) {
                    entries.add(Map.entry(key, seen));
                }
            });
        }
        return entries;
    }
}
