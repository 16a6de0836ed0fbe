package dev.ovsdb.protocol;

import dev.ovsdb.protocol.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What a change did to a value, so that whoever follows it works from the change and never compares whole values.
 *
 * @param before the value before
 * @param after the value after; the same object as {@code before} if nothing changed
 * @param added the elements or pairs that {@code after} has and {@code before} had not
 * @param removed the elements or pairs that {@code before} had and {@code after} has not; a pair whose value changed is in
 *     both, with its old value here
 */
public record DatumDelta(Datum before, Datum after, Datum added, Datum removed) {
    /** What differs between two values of one column, found by comparing them. */
    public static DatumDelta between(Datum before, Datum after) {
        return DatumDiff.compare(before, after);
    }

    /**
     * What differs between two values of one column: what is known of them already, if it is of these very objects, so that nothing is
     * compared; else found by comparing.
     */
    public static DatumDelta between(Datum before, Datum after, @Nullable DatumDelta known) {
        return known != null && known.before() == before && known.after() == after ? known : between(before, after);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** The diff that turns {@code before} into {@code after}, as monitors carry it: see {@link DatumDiff}. */
    public Datum toDiff(ColumnType type) {
        return DatumDiff.of(this, type);
    }
}
