package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that a column must have, or that must be a part of it. */
record ExpectedValue(Datum wanted, boolean whole) {
    /**
     * @param column null where no schema is known
     * @throws IllegalArgumentException if no value of the column could be equal to this one
     */
    static ExpectedValue of(@Nullable ColumnSchema column, String name, Object value) {
        try {
            return value instanceof PartOfValue part
                    ? new ExpectedValue(datum(column, part.elements()), false)
                    : new ExpectedValue(datum(column, value), true);
        } catch (IllegalArgumentException e) {
            String place = column == null ? name : column.table() + "." + name;
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static Datum datum(@Nullable ColumnSchema column, Object value) {
        BaseType key = column == null ? null : column.type().key();
        if (value instanceof Datum datum) return datum;
        if (value instanceof Optional<?> optional)
            return optional.isEmpty() ? Datum.emptySet() : Datum.of(Atoms.of(key, optional.get()));
        if (value instanceof Collection<?> elements) return set(key, elements);
        if (value instanceof Object[] elements) return set(key, Arrays.asList(elements));
        if (value instanceof Map<?, ?> pairs) return map(column, key, pairs);
        return Datum.of(Atoms.of(key, value));
    }

    private static Datum set(@Nullable BaseType key, Collection<?> elements) {
        List<Atom> atoms = new ArrayList<>();
        for (Object element : elements) atoms.add(Atoms.of(key, element));
        return Datum.set(atoms);
    }

    private static Datum map(@Nullable ColumnSchema column, @Nullable BaseType key, Map<?, ?> pairs) {
        if (column != null && !column.type().isMap())
            throw new IllegalArgumentException("the column holds no map, so it cannot hold " + pairs);
        BaseType value = column == null ? null : column.type().requireValue();
        Map<Atom, Atom> atoms = new LinkedHashMap<>();
        pairs.forEach((one, other) -> atoms.put(Atoms.of(key, one), Atoms.of(value, other)));
        return Datum.map(atoms);
    }

    boolean matches(Datum actual) {
        return containsAll(actual) && (!whole || actual.size() == wanted.size() && sameForm(actual));
    }

    /** The empty set and the empty map are one value to who looks for nothing. */
    private boolean sameForm(Datum actual) {
        return wanted.isEmpty() || wanted instanceof MapDatum == actual instanceof MapDatum;
    }

    private boolean containsAll(Datum actual) {
        if (!(wanted instanceof MapDatum pairs))
            return wanted.atoms().stream().allMatch(atom -> Atoms.contains(actual.atoms(), atom));
        if (!(actual instanceof MapDatum map)) return pairs.isEmpty();
        return pairs.entries().stream()
                .allMatch(pair -> map.get(pair.getKey())
                        .filter(value -> Atoms.contains(List.of(value), pair.getValue()))
                        .isPresent());
    }

    @Override
    public String toString() {
        return (whole ? "= " : "containing ") + wanted;
    }
}
