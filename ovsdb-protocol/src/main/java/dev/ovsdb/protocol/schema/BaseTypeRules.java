package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.AtomicType;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of a base type: RFC 7047, section 3.2. */
final class BaseTypeRules {
    private BaseTypeRules() {}

    static @Nullable String violation(BaseType type, Atom given) {
        boolean widened = type.type() == AtomicType.REAL && given instanceof IntegerAtom;
        Atom atom = widened ? Atom.of((double) ((IntegerAtom) given).value()) : given;
        if (atom.type() != type.type()) {
            return "expected type " + type.type() + ", found " + atom.type() + " " + atom;
        }
        if (type.enumeration().isPresent()) {
            return type.enumeration().get().contains(atom) ? null : notOneOf(type, atom);
        }
        if (atom instanceof StringAtom string) {
            return length(type, string.value());
        }
        return range(type, atom);
    }

    private static String notOneOf(BaseType type, Atom atom) {
        String allowed = type.enumeration().orElseThrow().atoms().stream()
                .map(Atom::toString)
                .collect(Collectors.joining(", "));
        return "expected one of " + allowed + ", found " + atom;
    }

    private static @Nullable String length(BaseType type, String text) {
        if (type.minLength() == 0 && text.length() <= type.maxLength()) {
            return null; // Never more code points than chars.
        }
        long length = text.codePointCount(0, text.length());
        if (length < type.minLength()) {
            return "expected a string of at least " + type.minLength() + " characters, found " + length;
        }
        return length <= type.maxLength()
                ? null
                : "expected a string of at most " + type.maxLength() + " characters, found " + length;
    }

    private static @Nullable String range(BaseType type, Atom atom) {
        Atom minimum = type.minimum();
        Atom maximum = type.maximum();
        if (minimum != null && atom.compareTo(minimum) < 0) {
            return "expected at least " + minimum + ", found " + atom;
        }
        return maximum != null && atom.compareTo(maximum) > 0
                ? "expected at most " + maximum + ", found " + atom
                : null;
    }
}
