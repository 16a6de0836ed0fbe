package dev.ovsdb.codegen;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column, and what it is called in Java.
 *
 * @param method of the row's type
 * @param constant of the table's type
 * @param keys the enum of its elements or keys
 * @param values the enum of a map's values
 */
record ColumnModel(
        ColumnSchema schema, String method, String constant, Optional<EnumModel> keys, Optional<EnumModel> values) {
    /** How many values a column has. */
    enum Kind {
        SCALAR,
        OPTIONAL,
        SET,
        MAP
    }

    String name() {
        return schema.name();
    }

    ColumnType type() {
        return schema.type();
    }

    Kind kind() {
        if (type().isMap()) {
            return Kind.MAP;
        }
        if (type().isScalar()) {
            return Kind.SCALAR;
        }
        return type().isOptional() ? Kind.OPTIONAL : Kind.SET;
    }

    /** The table whose rows its elements or keys refer to. */
    Optional<String> keyTarget() {
        return type().key().refTable();
    }

    /** The table whose rows a map's values refer to. */
    Optional<String> valueTarget() {
        return type().value().flatMap(BaseType::refTable);
    }

    boolean hasReferences() {
        return keyTarget().isPresent() || valueTarget().isPresent();
    }

    Stream<EnumModel> enums() {
        return Stream.concat(keys.stream(), values.stream());
    }
}
