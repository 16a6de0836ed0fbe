package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Mutator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a transaction does to one column of a row. Immutable. */
sealed interface ColumnChange {
    /** The column's value with this change. */
    Datum over(Datum before);

    /**
     * What it begins with in a row that is inserted. A set or a map that must not be empty has a default all the same, such as a reference
     * to no row; what is added to it is meant to be all that it holds.
     */
    Datum beginning(Datum initial);

    /** This change and then that one, which is of the same kind. */
    ColumnChange then(ColumnChange later);

    /** What is sent for it, in order, if it is sent as mutations. */
    List<Mutation> mutations(String column, RowNames names);

    default boolean changes(Datum before) {
        return !over(before).equals(before);
    }

    /** Another value in place of the old one. */
    record Whole(Datum value) implements ColumnChange {
        @Override
        public Datum over(Datum before) {
            return value;
        }

        @Override
        public Datum beginning(Datum initial) {
            return initial;
        }

        @Override
        public ColumnChange then(ColumnChange later) {
            return new Whole(later.over(value));
        }

        @Override
        public List<Mutation> mutations(String column, RowNames names) {
            return List.of();
        }
    }

    /** Elements that are in a set from now on, or are not. */
    record Elements(TreeMap<Atom, Boolean> wanted) implements ColumnChange {
        static Elements of(Datum elements, boolean in) {
            TreeMap<Atom, Boolean> wanted = new TreeMap<>();
            elements.atoms().forEach(element -> wanted.put(element, in));
            return new Elements(wanted);
        }

        private SetDatum which(boolean in) {
            List<Atom> found = new ArrayList<>();
            wanted.forEach((element, isIn) -> {
                if (isIn == in) {
                    found.add(element);
                }
            });
            return Datum.set(found);
        }

        @Override
        public Datum over(Datum before) {
            SetDatum less = (SetDatum) ((SetDatum) before).minus(which(false)).after();
            return less.plus(which(true)).after();
        }

        @Override
        public Datum beginning(Datum initial) {
            return Datum.emptySet();
        }

        @Override
        public ColumnChange then(ColumnChange later) {
            TreeMap<Atom, Boolean> both = new TreeMap<>(wanted);
            both.putAll(((Elements) later).wanted);
            return new Elements(both);
        }

        @Override
        public List<Mutation> mutations(String column, RowNames names) {
            return ColumnChange.mutations(column, names, which(false), which(true));
        }
    }

    /** Keys that have a certain value in a map from now on, or are not in it. */
    record Pairs(TreeMap<Atom, Optional<Atom>> wanted) implements ColumnChange {
        static Pairs put(MapDatum pairs) {
            TreeMap<Atom, Optional<Atom>> wanted = new TreeMap<>();
            pairs.forEach((key, value) -> wanted.put(key, Optional.of(value)));
            return new Pairs(wanted);
        }

        static Pairs remove(Datum keys) {
            TreeMap<Atom, Optional<Atom>> wanted = new TreeMap<>();
            keys.atoms().forEach(key -> wanted.put(key, Optional.empty()));
            return new Pairs(wanted);
        }

        private MapDatum put() {
            Map<Atom, Atom> pairs = new LinkedHashMap<>();
            wanted.forEach((key, value) -> value.ifPresent(present -> pairs.put(key, present)));
            return Datum.map(pairs);
        }

        @Override
        public Datum over(Datum before) {
            MapDatum less = (MapDatum)
                    ((MapDatum) before).remove(Datum.set(wanted.keySet())).after();
            return less.put(put()).after();
        }

        @Override
        public Datum beginning(Datum initial) {
            return Datum.emptyMap();
        }

        @Override
        public ColumnChange then(ColumnChange later) {
            TreeMap<Atom, Optional<Atom>> both = new TreeMap<>(wanted);
            both.putAll(((Pairs) later).wanted);
            return new Pairs(both);
        }

        /** The keys go first, all of them: {@code insert} leaves a key alone that is there. */
        @Override
        public List<Mutation> mutations(String column, RowNames names) {
            return ColumnChange.mutations(column, names, Datum.set(wanted.keySet()), put());
        }
    }

    /** So much more, of a column's own type; nothing to what is not there. */
    record Sum(Atom by) implements ColumnChange {
        boolean isZero() {
            return by.equals(Atom.of(0)) || by.equals(Atom.of(0.0));
        }

        @Override
        public Datum over(Datum before) {
            return before.isEmpty() ? before : Datum.of(sum(before.asAtom(), by));
        }

        @Override
        public Datum beginning(Datum initial) {
            return initial;
        }

        @Override
        public ColumnChange then(ColumnChange later) {
            return new Sum(sum(by, ((Sum) later).by));
        }

        private static Atom sum(Atom one, Atom other) {
            return one instanceof IntegerAtom integer && other instanceof IntegerAtom more
                    ? Atom.of(Math.addExact(integer.value(), more.value()))
                    : Atom.of(Datum.of(one).asDouble() + Datum.of(other).asDouble());
        }

        @Override
        public List<Mutation> mutations(String column, RowNames names) {
            return List.of(new Mutation(column, Mutator.ADD, Datum.of(by)));
        }
    }

    private static List<Mutation> mutations(String column, RowNames names, Datum gone, Datum added) {
        List<Mutation> mutations = new ArrayList<>();
        if (!gone.isEmpty()) {
            mutations.add(Mutation.delete(column, names.in(gone)));
        }
        if (!added.isEmpty()) {
            mutations.add(Mutation.insert(column, names.in(added)));
        }
        return mutations;
    }
}
