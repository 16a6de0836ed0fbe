package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.BooleanAtom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.AtomicType;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How atoms of one type are Java values, and the other way round. Immutable.
 *
 * @param <E> the Java type
 */
public abstract sealed class AtomCodec<E> permits AtomCodec.Plain, EnumCodec {
    /** Integers. */
    public static final AtomCodec<Long> INTEGER = new Plain<>(
            AtomicType.INTEGER,
            atom -> atom instanceof IntegerAtom integer ? (Long) integer.value() : null,
            value -> value instanceof Long integer ? Atom.of(integer) : null);

    /** Reals; where a server has integers, these as reals. */
    public static final AtomCodec<Double> REAL = new Plain<>(
            AtomicType.REAL,
            AtomCodec::real,
            value -> value instanceof Double real && Double.isFinite(real) ? Atom.of(real) : null);

    /** Booleans. */
    public static final AtomCodec<Boolean> BOOLEAN = new Plain<>(
            AtomicType.BOOLEAN,
            atom -> atom instanceof BooleanAtom bool ? (Boolean) bool.value() : null,
            value -> value instanceof Boolean bool ? Atom.of(bool) : null);

    /** Strings. */
    public static final AtomCodec<String> STRING = new Plain<>(
            AtomicType.STRING,
            atom -> atom instanceof StringAtom string ? string.value() : null,
            value -> value instanceof String string ? new StringAtom(string) : null);

    /** UUIDs, of rows or of anything else. */
    public static final AtomCodec<UUID> UUID = new Plain<>(
            AtomicType.UUID,
            atom -> atom instanceof UuidAtom uuid ? uuid.value() : null,
            value -> value instanceof UUID uuid ? Atom.of(uuid) : null);

    AtomCodec() {}

    /**
     * Values that are listed in the schema.
     *
     * @param unrecognised stands for every value that is not among the others: a server of another schema may have some
     * @param values all constants of the type
     */
    public static <E extends Enum<E> & EnumValue> AtomCodec<E> enumeration(E unrecognised, E[] values) {
        return new EnumCodec<>(unrecognised, values);
    }

    /**
     * The Java value of an atom.
     *
     * @throws IllegalStateException if the atom is of another type
     */
    public abstract E value(Atom atom);

    /**
     * The atom of a Java value.
     *
     * @throws IllegalArgumentException if there is none, as for a real that is not finite or a value that was not recognised
     */
    public abstract Atom atom(E value);

    /** The atom of an object; null if it is none of these values. */
    abstract @Nullable Atom find(@Nullable Object value);

    /** Whether different atoms are always different values. */
    abstract boolean tellsAllApart();

    private static @Nullable Double real(Atom atom) {
        if (atom instanceof RealAtom real) {
            return real.value();
        }
        return atom instanceof IntegerAtom integer ? (double) integer.value() : null;
    }

    /** An atomic type. */
    static final class Plain<E> extends AtomCodec<E> {
        private final AtomicType type;
        private final Function<Atom, @Nullable E> read;
        private final Function<@Nullable Object, @Nullable Atom> write;

        Plain(AtomicType type, Function<Atom, @Nullable E> read, Function<@Nullable Object, @Nullable Atom> write) {
            this.type = type;
            this.read = read;
            this.write = write;
        }

        @Override
        public E value(Atom atom) {
            E value = read.apply(atom);
            if (value == null) {
                throw new IllegalStateException("expected a value of type " + type + ", was " + atom);
            }
            return value;
        }

        @Override
        public Atom atom(E value) {
            Atom atom = write.apply(value);
            if (atom == null) {
                throw new IllegalArgumentException("not a value of type " + type + ": " + value);
            }
            return atom;
        }

        @Override
        @Nullable
        Atom find(@Nullable Object value) {
            return write.apply(value);
        }

        @Override
        boolean tellsAllApart() {
            return true;
        }
    }
}
