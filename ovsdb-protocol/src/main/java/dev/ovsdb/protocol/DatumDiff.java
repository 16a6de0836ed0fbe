package dev.ovsdb.protocol;

import dev.ovsdb.protocol.schema.ColumnType;

/**
 * Differences of values as {@code update2} and {@code update3} carry them, as values of the same kind. For a column that may
 * hold several elements a diff of a set is the elements to toggle; a diff of a map is pairs: one that the map has goes, any
 * other is put. For a scalar or optional column the diff is the new value. A diff may hold more elements than its column.
 */
public final class DatumDiff {
    private DatumDiff() {}

    /** The diff that turns one value of a column of this type into the other. */
    public static Datum between(Datum before, Datum after, ColumnType type) {
        return type.isComposite() ? of(compare(before, after), type) : after;
    }

    /**
     * Applies a diff to a value of a column of this type.
     *
     * @throws IllegalArgumentException if the diff is a map and the value is not, or the other way round
     */
    public static DatumDelta apply(Datum value, Datum diff, ColumnType type) {
        if (!type.isComposite()) {
            return compare(value, diff);
        }
        if (value instanceof SetDatum set && diff instanceof SetDatum elements) {
            return set.toggle(elements);
        }
        if (value instanceof MapDatum map && diff instanceof MapDatum pairs) {
            return map.toggle(pairs);
        }
        throw mismatch(value, diff);
    }

    static Datum of(DatumDelta delta, ColumnType type) {
        if (!type.isComposite()) {
            return delta.after();
        }
        if (delta.removed().isEmpty() || delta.added().isEmpty()) {
            return delta.removed().isEmpty() ? delta.added() : delta.removed();
        }
        if (delta.removed() instanceof SetDatum removed && delta.added() instanceof SetDatum added) {
            return removed.plus(added).after();
        }
        return ((MapDatum) delta.removed()).put((MapDatum) delta.added()).after();
    }

    /** Costs by the difference, not by the size, if one of two large values was made from the other. */
    static DatumDelta compare(Datum before, Datum after) {
        if (before instanceof SetDatum old && after instanceof SetDatum now) {
            return compareSets(old, now);
        }
        if (before instanceof MapDatum old && after instanceof MapDatum now) {
            return compareMaps(old, now);
        }
        throw mismatch(before, after);
    }

    private static DatumDelta compareSets(SetDatum before, SetDatum after) {
        if (before instanceof LargeSet old && after instanceof LargeSet now) {
            TreeDiff diff = TreeDiff.between(old.tree(), now.tree());
            return delta(before, after, diff.addedElements(), diff.removedElements());
        }
        return delta(before, after, after.without(before), before.without(after));
    }

    private static DatumDelta compareMaps(MapDatum before, MapDatum after) {
        if (before instanceof LargeMap old && after instanceof LargeMap now) {
            TreeDiff diff = TreeDiff.between(old.tree(), now.tree());
            return delta(before, after, diff.addedPairs(), diff.removedPairs());
        }
        return delta(before, after, after.without(before), before.without(after));
    }

    private static DatumDelta delta(Datum before, Datum after, Datum added, Datum removed) {
        return new DatumDelta(before, added.isEmpty() && removed.isEmpty() ? before : after, added, removed);
    }

    private static IllegalArgumentException mismatch(Datum one, Datum other) {
        return new IllegalArgumentException("one is a set and the other a map: " + one + " and " + other);
    }
}
