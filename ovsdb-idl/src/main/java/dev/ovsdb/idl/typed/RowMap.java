package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.protocol.Atom;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view of the rows that the values of a map refer to, by their keys. */
final class RowMap<K, R extends TypedRow> extends AbstractMap<K, R> {
    private final IdlRow from;
    private final String column;
    private final AtomCodec<K> keys;
    private final Function<IdlRow, R> typed;

    RowMap(IdlRow from, String column, AtomCodec<K> keys, Function<IdlRow, R> typed) {
        this.from = from;
        this.column = column;
        this.keys = keys;
        this.typed = typed;
    }

    @Override
    public @Nullable R get(@Nullable Object key) {
        Atom atom = keys.find(key);
        IdlRow row = atom == null ? null : from.findReferenceByKey(column, atom);
        return row == null ? null : typed.apply(row);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<K, R>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return from.referencesByKey(column).size();
            }

            @Override
            public Iterator<Entry<K, R>> iterator() {
                return new MappedIterator<>(
                        from.referencesByKey(column).entrySet().iterator(), RowMap.this::entry);
            }
        };
    }

    private Entry<K, R> entry(Entry<Atom, IdlRow> pair) {
        return Map.entry(keys.value(pair.getKey()), typed.apply(pair.getValue()));
    }
}
