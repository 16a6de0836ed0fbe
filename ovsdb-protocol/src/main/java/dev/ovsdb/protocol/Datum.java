package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The value of a column: RFC 7047's {@code <value>}, a set or a map of atoms. A scalar is a set of one element, which prints
 * bare. Immutable and canonical: elements and keys are sorted and unique, and equal values are equal objects however they
 * were made or are represented.
 */
public abstract sealed class Datum permits SetDatum, MapDatum {
    Datum() {}

    /** How many elements, or pairs. */
    public abstract int size();

    /** Whether this element, or a pair of this key, is in here. */
    public abstract boolean contains(Atom element);

    /** The elements, or the keys, in order. A large value is copied for this: see {@code forEach}. */
    public abstract List<Atom> atoms();

    /** Writes the value's notation; a set of one element is its bare atom. */
    public abstract void write(JsonWriter out);

    public final boolean isEmpty() {
        return size() == 0;
    }

    public static SetDatum of(Atom atom) {
        return SharedDatums.of(atom);
    }

    public static SetDatum of(long value) {
        return of(Atom.of(value));
    }

    /** @throws IllegalArgumentException if the value is not finite */
    public static SetDatum of(double value) {
        return of(Atom.of(value));
    }

    public static SetDatum of(boolean value) {
        return of(Atom.of(value));
    }

    /** @throws IllegalArgumentException as {@link Atom#of(String)} */
    public static SetDatum of(String value) {
        return of(Atom.of(value));
    }

    public static SetDatum of(UUID value) {
        return of(Atom.of(value));
    }

    public static SetDatum emptySet() {
        return SharedDatums.EMPTY_SET;
    }

    /** The set of these atoms, each once. */
    public static SetDatum set(Collection<? extends Atom> atoms) {
        return SetDatum.ofSorted(Sorted.sortedUnique(atoms.toArray(Sorted.NONE)));
    }

    /** The set of these atoms, each once. */
    public static SetDatum set(Atom... atoms) {
        return set(List.of(atoms));
    }

    public static MapDatum emptyMap() {
        return SharedDatums.EMPTY_MAP;
    }

    public static MapDatum map(Map<? extends Atom, ? extends Atom> pairs) {
        return MapDatum.of(pairs);
    }

    /** The map of these pairs of strings, as in {@code external_ids}. */
    public static MapDatum stringMap(Map<String, String> pairs) {
        return MapDatum.ofStrings(pairs);
    }

    /**
     * Reads a value of this type.
     *
     * @throws InvalidDatumException if the text is JSON but not such a value: wrong JSON type, number of elements, or a
     *     duplicate. Enumerations, ranges and lengths are not looked at: see {@code ColumnSchema.check}
     */
    public static Datum read(JsonReader in, ColumnType type) {
        return DatumReader.read(in, type, false);
    }

    /**
     * Reads a difference between two values of this type, which may have fewer or more elements than a value.
     *
     * @throws InvalidDatumException if the text is JSON but no such difference
     */
    public static Datum readDiff(JsonReader in, ColumnType type) {
        return DatumReader.read(in, type, true);
    }

    /** Reads a value by its notation alone: a number is an integer if it can be one. */
    public static Datum read(JsonReader in) {
        return DatumReader.readUntyped(in);
    }

    /**
     * The only element.
     *
     * @throws IllegalStateException if this is not a set of one element
     */
    public final Atom asAtom() {
        return DatumViews.only(this);
    }

    /** The element of a set of at most one. */
    public final Optional<Atom> asOptional() {
        return isEmpty() ? Optional.empty() : Optional.of(asAtom());
    }

    /** @throws IllegalStateException if this is not one string */
    public final String asString() {
        return DatumViews.string(asAtom());
    }

    /** @throws IllegalStateException if this is not one integer */
    public final long asLong() {
        return DatumViews.integer(asAtom());
    }

    /** @throws IllegalStateException if this is not one number */
    public final double asDouble() {
        return DatumViews.real(asAtom());
    }

    /** @throws IllegalStateException if this is not one boolean */
    public final boolean asBoolean() {
        return DatumViews.bool(asAtom());
    }

    /** @throws IllegalStateException if this is not one UUID */
    public final UUID asUuid() {
        return DatumViews.uuid(asAtom());
    }

    /** @throws IllegalStateException if this is not a set of strings */
    public final List<String> asStrings() {
        return DatumViews.list(this, DatumViews::string);
    }

    /** @throws IllegalStateException if this is not a set of integers */
    public final List<Long> asLongs() {
        return DatumViews.list(this, DatumViews::integer);
    }

    /** @throws IllegalStateException if this is not a set of UUIDs */
    public final List<UUID> asUuids() {
        return DatumViews.list(this, DatumViews::uuid);
    }

    /** @throws IllegalStateException if this is not a map of strings to strings */
    public final Map<String, String> asStringMap() {
        return DatumViews.stringMap(this);
    }

    /** The value's notation, for people: as JSON, but cut when long. */
    @Override
    public final String toString() {
        return DatumViews.describe(this);
    }
}
