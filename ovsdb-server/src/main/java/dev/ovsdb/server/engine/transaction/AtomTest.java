package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.BaseTypeBuilder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether atoms keep the constraints of their type: only that. Of a type without constraints nothing is looked at, as is the
 * case of nearly all columns.
 */
final class AtomTest {
    static final AtomTest ANY = new AtomTest(null);

    private final @Nullable Predicate<Atom> test;

    private AtomTest(@Nullable Predicate<Atom> test) {
        this.test = test;
    }

    static AtomTest of(BaseType type) {
        if (type.enumeration().isPresent()) {
            return new AtomTest(type.enumeration().get()::contains);
        }
        return switch (type.type()) {
            case INTEGER -> integers(type);
            case REAL -> reals(type);
            case STRING -> strings(type);
            case BOOLEAN, UUID -> ANY;
        };
    }

    private static AtomTest integers(BaseType type) {
        long min = type.minInteger().orElse(Long.MIN_VALUE);
        long max = type.maxInteger().orElse(Long.MAX_VALUE);
        return min == Long.MIN_VALUE && max == Long.MAX_VALUE
                ? ANY
                : new AtomTest(
                        atom -> atom instanceof IntegerAtom number && number.value() >= min && number.value() <= max);
    }

    private static AtomTest reals(BaseType type) {
        double min = type.minReal().orElse(-Double.MAX_VALUE);
        double max = type.maxReal().orElse(Double.MAX_VALUE);
        return min == -Double.MAX_VALUE && max == Double.MAX_VALUE
                ? ANY
                : new AtomTest(
                        atom -> atom instanceof RealAtom number && number.value() >= min && number.value() <= max);
    }

    private static AtomTest strings(BaseType type) {
        long min = type.minLength();
        long max = type.maxLength();
        return min == 0 && max == BaseTypeBuilder.UNLIMITED_LENGTH
                ? ANY
                : new AtomTest(atom -> atom instanceof StringAtom string && isWithin(string.value(), min, max));
    }

    private static boolean isWithin(String text, long min, long max) {
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max;
    }

    boolean allowsKeys(Datum value) {
        return test == null || all(test, value);
    }

    boolean allowsValues(Datum value) {
        Predicate<Atom> kept = test;
        if (kept == null || !(value instanceof MapDatum map)) {
            return true;
        }
        boolean[] all = {true};
        map.forEach((key, mapped) -> all[0] &= kept.test(mapped));
        return all[0];
    }

    private static boolean all(Predicate<Atom> test, Datum keys) {
        boolean[] all = {true};
        if (keys instanceof SetDatum set) {
            set.forEach(atom -> all[0] &= test.test(atom));
        } else {
            ((MapDatum) keys).forEach((key, mapped) -> all[0] &= test.test(key));
        }
        return all[0];
    }
}
