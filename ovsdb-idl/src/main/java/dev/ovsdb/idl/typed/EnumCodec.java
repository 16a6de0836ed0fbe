package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that a schema lists. */
final class EnumCodec<E extends Enum<E> & EnumValue> extends AtomCodec<E> {
    private final E unrecognised;
    private final Map<Atom, E> values = new LinkedHashMap<>();

    EnumCodec(E unrecognised, E[] all) {
        this.unrecognised = unrecognised;
        for (E value : all) {
            value.atom().ifPresent(atom -> values.put(atom, value));
        }
    }

    @Override
    public E value(Atom atom) {
        return values.getOrDefault(atom, unrecognised);
    }

    @Override
    public Atom atom(E value) {
        return value.atom()
                .orElseThrow(() -> new IllegalArgumentException(
                        value + " stands for values that are not known, and cannot be written"));
    }

    @Override
    @Nullable
    Atom find(@Nullable Object value) {
        return unrecognised.getDeclaringClass().isInstance(value)
                ? ((EnumValue) value).atom().orElse(null)
                : null;
    }

    @Override
    boolean tellsAllApart() {
        return false;
    }
}
