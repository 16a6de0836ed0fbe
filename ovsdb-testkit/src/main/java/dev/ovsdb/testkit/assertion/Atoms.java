package dev.ovsdb.testkit.assertion;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.typed.EnumValue;
import dev.ovsdb.idl.typed.TypedRow;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java values as atoms. */
final class Atoms {
    private Atoms() {}

    /**
     * @param type null where no schema is known
     * @throws IllegalArgumentException if no atom of the type can be equal to the value
     */
    static Atom of(@Nullable BaseType type, Object value) {
        Atom atom = atom(value);
        if (type == null || atom.type() == type.type()) return atom;
        if (type.type() == AtomicType.REAL && atom instanceof Atom.IntegerAtom integer)
            return Atom.of((double) integer.value());
        throw new IllegalArgumentException("the column holds " + type.type() + ", so it cannot hold " + atom);
    }

    private static Atom atom(Object value) {
        if (value instanceof Atom atom) return atom;
        if (value instanceof CharSequence text) return Atom.of(text.toString());
        if (value instanceof Boolean truth) return Atom.of(truth);
        if (value instanceof Double || value instanceof Float) return Atom.of(((Number) value).doubleValue());
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte)
            return Atom.of(((Number) value).longValue());
        if (value instanceof UUID uuid) return Atom.of(uuid);
        if (value instanceof TypedRow row) return Atom.of(row.uuid());
        if (value instanceof IdlRow row) return Atom.of(row.uuid());
        if (value instanceof EnumValue constant)
            return constant.atom()
                    .orElseThrow(() -> new IllegalArgumentException(value + " stands for values that are not known"));
        throw new IllegalArgumentException(
                "no value of a column is a " + value.getClass().getName() + ", such as " + value);
    }

    /** Whether it is among these; an integer is equal to the real of the same value, for rows that were read without a schema. */
    static boolean contains(Collection<Atom> atoms, Atom wanted) {
        return atoms.contains(wanted) || atoms.stream().anyMatch(atom -> sameNumber(atom, wanted));
    }

    private static boolean sameNumber(Atom one, Atom other) {
        if (one instanceof Atom.IntegerAtom integer && other instanceof Atom.RealAtom real)
            return integer.value() == real.value();
        return one instanceof Atom.RealAtom real
                && other instanceof Atom.IntegerAtom integer
                && integer.value() == real.value();
    }
}
