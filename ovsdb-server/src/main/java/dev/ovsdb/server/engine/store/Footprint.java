package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.server.data.RowImage;
import org.jspecify.annotations.Nullable;

/** What rows weigh, in the reference's atoms and in about so many bytes. Only what differs is looked at. */
final class Footprint {
    private static final int IMPLICIT_ATOMS = 2; // _uuid and _version.
    private static final int IMAGE_BYTES = 96;
    private static final int REFERENCE_BYTES = 4;
    private static final int ATOM_BYTES = 80;
    private static final int MOST_ATOMS = 64; // A larger value shares the rest with the one that superseded it.

    private Footprint() {}

    /** How many atoms the second image has more than the first. A pair of a map counts as two, as in the reference. */
    static long atoms(TableStore table, @Nullable RowImage from, @Nullable RowImage to) {
        if (from == null || to == null) {
            return atoms(table, to) - atoms(table, from);
        }
        long more = 0;
        for (int column = 0; column < table.width(); column++) {
            Datum old = from.value(column);
            Datum now = to.value(column);
            if (old != now) {
                more += atoms(now) - atoms(old);
            }
        }
        return more;
    }

    static long atoms(TableStore table, @Nullable RowImage image) {
        if (image == null) {
            return 0;
        }
        long count = IMPLICIT_ATOMS;
        for (int column = 0; column < table.width(); column++) {
            count += atoms(image.value(column));
        }
        return count;
    }

    private static long atoms(Datum value) {
        return value instanceof MapDatum ? value.size() * 2L : value.size();
    }

    /** About how many bytes are kept only for those who still see the first image. */
    static long superseded(TableStore table, @Nullable RowImage from, @Nullable RowImage to) {
        if (from == null) {
            return 0;
        }
        long bytes = IMAGE_BYTES + (long) table.width() * REFERENCE_BYTES;
        for (int column = 0; column < table.width(); column++) {
            Datum old = from.value(column);
            if (to == null || old != to.value(column)) {
                bytes += bytes(old);
            }
        }
        return bytes;
    }

    private static long bytes(Datum value) {
        long atoms = atoms(value);
        return atoms > MOST_ATOMS ? MOST_ATOMS * ATOM_BYTES : atoms * ATOM_BYTES + TextLength.of(value);
    }
}
