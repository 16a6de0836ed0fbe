package dev.ovsdb.codegen.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.BaseType.RefType;
import dev.ovsdb.protocol.schema.BaseTypeBuilder;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The narrowest type that has all values of two types. */
final class TypeUnion {
    private TypeUnion() {}

    /** Empty if one is a map and the other is not, or if the atoms are of different types. */
    static Optional<ColumnType> of(ColumnType one, ColumnType other) {
        if (one.isMap() != other.isMap()
                || one.key().type() != other.key().type()
                || one.isMap()
                        && one.requireValue().type() != other.requireValue().type()) {
            return Optional.empty();
        }
        int min = Math.min(one.min(), other.min());
        long max = Math.max(one.max(), other.max());
        BaseType key = of(one.key(), other.key());
        return Optional.of(
                one.isMap()
                        ? ColumnType.map(key, of(one.requireValue(), other.requireValue()), min, max)
                        : ColumnType.set(key, min, max));
    }

    private static BaseType of(BaseType one, BaseType other) {
        if (one.equals(other)) {
            return one;
        }
        BaseTypeBuilder union = BaseType.builder(one.type());
        switch (one.type()) {
            case INTEGER -> integers(union, one, other);
            case REAL -> reals(union, one, other);
            case STRING -> lengths(union, one, other);
            case UUID -> references(union, one, other);
            case BOOLEAN -> {}
        }
        if (one.enumeration().isPresent() && other.enumeration().isPresent()) {
            List<Atom> values = new ArrayList<>(one.enumeration().get().atoms());
            values.addAll(other.enumeration().get().atoms());
            union.enumeration(Datum.set(values));
        }
        return union.build();
    }

    private static void integers(BaseTypeBuilder union, BaseType one, BaseType other) {
        if (one.minInteger().isPresent() && other.minInteger().isPresent()) {
            union.minInteger(
                    Math.min(one.minInteger().getAsLong(), other.minInteger().getAsLong()));
        }
        if (one.maxInteger().isPresent() && other.maxInteger().isPresent()) {
            union.maxInteger(
                    Math.max(one.maxInteger().getAsLong(), other.maxInteger().getAsLong()));
        }
    }

    private static void reals(BaseTypeBuilder union, BaseType one, BaseType other) {
        if (one.minReal().isPresent() && other.minReal().isPresent()) {
            union.minReal(Math.min(one.minReal().getAsDouble(), other.minReal().getAsDouble()));
        }
        if (one.maxReal().isPresent() && other.maxReal().isPresent()) {
            union.maxReal(Math.max(one.maxReal().getAsDouble(), other.maxReal().getAsDouble()));
        }
    }

    private static void lengths(BaseTypeBuilder union, BaseType one, BaseType other) {
        union.minLength(Math.min(one.minLength(), other.minLength()));
        union.maxLength(Math.max(one.maxLength(), other.maxLength()));
    }

    private static void references(BaseTypeBuilder union, BaseType one, BaseType other) {
        if (one.refTable().isPresent() && one.refTable().equals(other.refTable())) {
            union.reference(one.refTable().get(), one.refType() == other.refType() ? one.refType() : RefType.WEAK);
        }
    }
}
