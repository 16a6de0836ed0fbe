package dev.ovsdb.idl.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which rows refer to which, by the UUIDs that they name; a row that is named need not be there. An entry stays while any image of
 * the row refers so; a lookup looks at the image once more. The writer changes it; any thread reads.
 */
final class Referrers {
    private final ConcurrentHashMap<UUID, Object> byTarget = new ConcurrentHashMap<>();

    /** Notes an image that was made of a row: what one has more than the other is found by comparing only what they do not share. */
    void added(StoredRow row, @Nullable RowImage before, RowImage after) {
        for (ColumnSchema column : row.table().shape().references()) {
            Datum now = after.value(column.name());
            Datum old = before == null ? null : before.value(column.name());
            if (now != null && now != old) {
                forEachTarget(
                        old == null ? now : DatumDelta.between(old, now).added(),
                        column,
                        target -> Bucket.add(byTarget, target, row));
            }
        }
    }

    /**
     * Forgets what an image referred to that no reader sees any more.
     *
     * @param next the image that took its place, whose references stand
     */
    void forgotten(StoredRow row, RowImage image, @Nullable RowImage next) {
        for (ColumnSchema column : row.table().shape().references()) {
            Datum old = image.value(column.name());
            Datum now = next == null ? null : next.value(column.name());
            if (old != null && now != old) {
                Datum gone = now == null ? old : DatumDelta.between(old, now).removed();
                forEachTarget(gone, column, target -> {
                    if (!row.anyImage(other -> refers(other, target))) {
                        Bucket.remove(byTarget, target, row);
                    }
                });
            }
        }
    }

    private static void forEachTarget(Datum value, ColumnSchema column, Consumer<UUID> action) {
        if (column.type().key().refTable().isPresent()) {
            for (Atom key : value.atoms()) {
                target(key, action);
            }
        }
        if (value instanceof MapDatum map
                && column.type().value().flatMap(type -> type.refTable()).isPresent()) {
            map.forEach((key, referred) -> target(referred, action));
        }
    }

    private static void target(Atom atom, Consumer<UUID> action) {
        if (atom instanceof Atom.UuidAtom uuid) {
            action.accept(uuid.value());
        }
    }

    private static boolean refers(RowImage image, UUID target) {
        for (ColumnSchema column : image.table().shape().references()) {
            if (refers(image, column, target)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refers(RowImage image, ColumnSchema column, UUID target) {
        Datum value = image.value(column.name());
        if (value == null) {
            return false;
        }
        Atom atom = Atom.of(target);
        if (column.type().key().refTable().isPresent() && value.contains(atom)) {
            return true;
        }
        boolean[] found = new boolean[1];
        if (value instanceof MapDatum map
                && column.type().value().flatMap(type -> type.refTable()).isPresent()) {
            map.forEach((key, referred) -> found[0] |= referred.equals(atom));
        }
        return found[0];
    }

    /**
     * The rows of a version that refer to a row.
     *
     * @param column only by this column; null by any
     */
    void find(UUID target, @Nullable ColumnSchema column, long version, Consumer<RowImage> found) {
        Bucket.forEach(byTarget.get(target), row -> {
            RowImage image = row.at(version);
            if (image == null) {
                return;
            }
            boolean matches = column == null
                    ? refers(image, target)
                    : column.table().equals(row.table().name()) && refers(image, column, target);
            if (matches) {
                found.accept(image);
            }
        });
    }

    void clear() {
        byTarget.clear();
    }

    /** How many rows are referred to, also in versions that are still held. */
    int targets() {
        return byTarget.size();
    }
}
