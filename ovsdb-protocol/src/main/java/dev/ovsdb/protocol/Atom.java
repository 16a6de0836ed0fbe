package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.UUID;

/**
 * A scalar value of a column: RFC 7047's {@code <atom>}. Equal atoms are one value to the server.
 *
 * <p>Atoms are ordered as the reference server keeps sets and maps: by type, then numbers by size, false before true, strings
 * by code point (that is, by their bytes in UTF-8), UUIDs as unsigned 128-bit numbers, named UUIDs last and by name.
 */
public sealed interface Atom extends Comparable<Atom> {
    AtomicType type();

    /** Writes the atom's notation: {@code 5}, {@code "text"}, {@code ["uuid","550e8400-..."]}. */
    void write(JsonWriter out);

    static Atom of(long value) {
        return SharedAtoms.integer(value);
    }

    /** @throws IllegalArgumentException if the value is not finite */
    static Atom of(double value) {
        return new RealAtom(value);
    }

    static Atom of(boolean value) {
        return value ? SharedAtoms.TRUE : SharedAtoms.FALSE;
    }

    /** @throws IllegalArgumentException if the string holds U+0000 or half a surrogate pair, which the wire cannot carry */
    static Atom of(String value) {
        return new StringAtom(Strings.requireTransmissible(value));
    }

    static Atom of(UUID value) {
        return new UuidAtom(value);
    }

    /**
     * The row that an insert of the same transaction calls by this {@code uuid-name}.
     *
     * @throws IllegalArgumentException if the name is not an {@code <id>} of RFC 7047
     */
    static Atom named(String uuidName) {
        return new NamedUuidAtom(uuidName);
    }

    /**
     * Reads an atom of this type.
     *
     * @throws InvalidDatumException if the text is JSON but not such an atom
     */
    static Atom read(JsonReader in, AtomicType type) {
        return AtomReader.read(in, type);
    }

    /** Reads an atom whose type shows only in its notation: a number is an integer if it can be one. */
    static Atom read(JsonReader in) {
        return AtomReader.readUntyped(in);
    }

    /** A 64-bit integer. */
    record IntegerAtom(long value) implements Atom {
        @Override
        public AtomicType type() {
            return AtomicType.INTEGER;
        }

        @Override
        public void write(JsonWriter out) {
            out.value(value);
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof IntegerAtom that ? Long.compare(value, that.value) : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof IntegerAtom that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A finite real. Negative zero is zero. */
    record RealAtom(double value) implements Atom {
        public RealAtom {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a real must be finite, was " + value);
            }
            value += 0.0; // Records tell -0.0 from 0.0; the server does not, so a set must not hold both.
        }

        @Override
        public AtomicType type() {
            return AtomicType.REAL;
        }

        @Override
        public void write(JsonWriter out) {
            out.value(value);
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof RealAtom that ? Double.compare(value, that.value) : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RealAtom that && Double.compare(value, that.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }

        @Override
        public String toString() {
            return new JsonWriter().value(value).toString();
        }
    }

    /** True or false. */
    record BooleanAtom(boolean value) implements Atom {
        @Override
        public AtomicType type() {
            return AtomicType.BOOLEAN;
        }

        @Override
        public void write(JsonWriter out) {
            out.value(value);
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof BooleanAtom that
                    ? Boolean.compare(value, that.value)
                    : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BooleanAtom that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }

        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A string. What no peer would accept (U+0000, half a surrogate pair) is refused when it is written. */
    record StringAtom(String value) implements Atom {
        static final StringAtom EMPTY = new StringAtom("");

        @Override
        public AtomicType type() {
            return AtomicType.STRING;
        }

        @Override
        public void write(JsonWriter out) {
            out.value(value);
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof StringAtom that
                    ? AtomOrder.byCodePoint(value, that.value)
                    : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StringAtom that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return '"' + value + '"';
        }
    }

    /** The UUID of a row. */
    record UuidAtom(UUID value) implements Atom {
        @Override
        public AtomicType type() {
            return AtomicType.UUID;
        }

        @Override
        public void write(JsonWriter out) {
            out.beginArray().value("uuid").value(value).endArray();
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof UuidAtom that
                    ? AtomOrder.unsigned(value, that.value)
                    : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UuidAtom that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A row that is inserted by the same transaction, by the {@code uuid-name} of its insert. Never in a stored value. */
    record NamedUuidAtom(String name) implements Atom {
        public NamedUuidAtom {
            if (!Strings.isId(name)) {
                throw new IllegalArgumentException(
                        "a uuid-name must be an <id>, [A-Za-z_][A-Za-z0-9_]*, was \"" + name + '"');
            }
        }

        @Override
        public AtomicType type() {
            return AtomicType.UUID;
        }

        @Override
        public void write(JsonWriter out) {
            out.beginArray().value("named-uuid").value(name).endArray();
        }

        @Override
        public int compareTo(Atom other) {
            return other instanceof NamedUuidAtom that ? name.compareTo(that.name) : AtomOrder.byType(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NamedUuidAtom that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "named-uuid " + name;
        }
    }
}
