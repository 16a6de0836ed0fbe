package dev.ovsdb.protocol;

import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.InvalidDatumException.Kind;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads values. Whether an array is a set, a map or an atom follows from the column's type: {@code ["set",[...]]} is accepted
 * for every set and scalar, a bare atom too; a map is always tagged.
 */
final class DatumReader {
    private static final int FEW = 8;

    private final JsonReader in;
    private Atom[] keys = Sorted.NONE;
    private Atom[] values = Sorted.NONE;
    private int count;

    private DatumReader(JsonReader in) {
        this.in = in;
    }

    static Datum read(JsonReader in, ColumnType type, boolean relaxed) {
        AtomicType key = type.key().type();
        if (type.isMap()) {
            return new DatumReader(in).map(type, relaxed);
        }
        Atom bare = bareOrNull(in, key);
        if (bare != null) {
            return Datum.of(bare);
        }
        if (!in.beginArrayIfNext()) {
            return Datum.of(AtomReader.read(in, key));
        }
        int tag = AtomReader.tag(in, AtomReader.TAG_SET);
        if (tag == AtomReader.TAG_SET) {
            return new DatumReader(in).set(type, relaxed);
        }
        if (key != AtomicType.UUID) {
            throw AtomReader.syntax(in, "expected a value of type " + key + " or a set of such, found an array");
        }
        return Datum.of(AtomReader.restOfUuid(in, tag));
    }

    /** An atom without a set around it, where one look tells: by far the most frequent values. */
    private static @Nullable Atom bareOrNull(JsonReader in, AtomicType type) {
        if (type == AtomicType.STRING) {
            return in.nextStringOrNull(SharedAtoms.STRINGS);
        }
        UUID uuid = type == AtomicType.UUID ? in.nextTaggedUuidOrNull() : null;
        return uuid == null ? null : new UuidAtom(uuid);
    }

    static Datum readUntyped(JsonReader in) {
        if (!in.beginArrayIfNext()) {
            return Datum.of(AtomReader.readUntyped(in));
        }
        int tag = AtomReader.tag(in, AtomReader.TAG_MAP);
        return switch (tag) {
            case AtomReader.TAG_SET -> new DatumReader(in).restOfSet(null);
            case AtomReader.TAG_MAP -> new DatumReader(in).restOfMap(null);
            default -> Datum.of(AtomReader.restOfUuid(in, tag));
        };
    }

    private Datum set(ColumnType type, boolean relaxed) {
        return checked(restOfSet(type), type, relaxed);
    }

    private Datum map(ColumnType type, boolean relaxed) {
        AtomReader.beginArray(in, "[\"map\", <array>]");
        if (AtomReader.tag(in, AtomReader.TAG_MAP) != AtomReader.TAG_MAP) {
            throw AtomReader.syntax(in, "expected [\"map\", <array>], found \"" + in.lastString() + '"');
        }
        return checked(restOfMap(type), type, relaxed);
    }

    private Datum checked(Datum datum, ColumnType type, boolean relaxed) {
        int size = datum.size();
        if (!relaxed && (size < type.min() || size > type.max())) {
            throw AtomReader.syntax(in, "expected " + type.arity() + ", found " + size);
        }
        return datum;
    }

    private SetDatum restOfSet(@Nullable ColumnType type) {
        AtomReader.beginArray(in, "an array of the elements of a set");
        while (in.hasNext()) {
            roomForKey();
            keys[count++] = type == null
                    ? AtomReader.readUntyped(in)
                    : AtomReader.read(in, type.key().type());
        }
        in.endArray();
        AtomReader.endArray(in);
        Atom[] elements = Arrays.copyOf(keys, count);
        requireUnique(elements, Sorted.sortedUnique(elements), "a set holds an element twice");
        return SetDatum.ofSorted(elements);
    }

    private MapDatum restOfMap(@Nullable ColumnType type) {
        AtomReader.beginArray(in, "an array of the pairs of a map");
        while (in.hasNext()) {
            pair(type);
        }
        in.endArray();
        AtomReader.endArray(in);
        Atom[] sortedKeys = Arrays.copyOf(keys, count);
        Atom[] sortedValues = Arrays.copyOf(values, count);
        if (!Sorted.isSorted(sortedKeys)) {
            sortPairs(sortedKeys, sortedValues);
        }
        return MapDatum.ofSorted(sortedKeys, sortedValues);
    }

    private void pair(@Nullable ColumnType type) {
        roomForKey();
        if (values.length < keys.length) {
            values = Arrays.copyOf(values, keys.length);
        }
        AtomReader.beginArray(in, "a pair of a map, [<key>, <value>]");
        if (type == null) {
            keys[count] = AtomReader.readUntyped(in);
            values[count++] = AtomReader.readUntyped(in);
        } else {
            keys[count] = AtomReader.read(in, type.key().type());
            values[count++] = AtomReader.read(in, type.requireValue().type());
        }
        AtomReader.endArray(in);
    }

    private void sortPairs(Atom[] sortedKeys, Atom[] sortedValues) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> keys[a].compareTo(keys[b]));
        for (int i = 0; i < count; i++) {
            sortedKeys[i] = keys[order[i]];
            sortedValues[i] = values[order[i]];
        }
        requireUnique(sortedKeys, Sorted.sortedUnique(sortedKeys.clone()), "a map holds a key twice");
    }

    private void requireUnique(Atom[] all, Atom[] unique, String problem) {
        if (unique.length < all.length) {
            throw new InvalidDatumException(Kind.DUPLICATE, problem, in.offset());
        }
    }

    private void roomForKey() {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(FEW, count * 3));
        }
    }
}
