package dev.ovsdb.codegen;

import dev.ovsdb.codegen.name.Identifiers;
import dev.ovsdb.codegen.name.Scope;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum for the values that a column may have.
 *
 * @param type its name
 * @param column whose values they are
 * @param constants the name of each value's constant, in the order of the values
 * @param unrecognised the name of the constant for every other value
 */
record EnumModel(String type, ColumnSchema column, Map<Atom, String> constants, String unrecognised) {
    private static final String UNRECOGNISED = "UNRECOGNISED";

    /** The enum of a type, if it lists its values. */
    static Optional<EnumModel> of(Scope types, String name, ColumnSchema column, @Nullable BaseType base) {
        if (base == null || base.enumeration().isEmpty()) {
            return Optional.empty();
        }
        Scope names = new Scope(false);
        Map<Atom, String> constants = new LinkedHashMap<>();
        for (Atom value : base.enumeration().get().atoms()) {
            constants.put(value, names.take(Identifiers.constant(value), "_"));
        }
        String unrecognised = names.take(UNRECOGNISED, "_");
        return Optional.of(new EnumModel(types.take(name, ""), column, constants, unrecognised));
    }
}
