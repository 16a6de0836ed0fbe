package dev.ovsdb.codegen;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.BaseTypeBuilder;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a column may hold, in words for its Javadoc. */
final class Descriptions {
    private final DatabaseModel database;

    Descriptions(DatabaseModel database) {
        this.database = database;
    }

    String of(ColumnModel column) {
        ColumnType type = column.type();
        return switch (column.kind()) {
            case SCALAR -> one(type.key(), column.keys());
            case OPTIONAL -> one(type.key(), column.keys()) + ", or nothing";
            case SET -> "a set of " + number(type) + many(type.key(), column.keys());
            case MAP ->
                "a map " + pairs(type) + "from " + many(type.key(), column.keys()) + " to "
                        + many(type.requireValue(), column.values());
        };
    }

    private static String number(ColumnType type) {
        if (type.max() == ColumnType.UNLIMITED) {
            return type.min() == 0 ? "" : "one or more ";
        }
        return type.min() == type.max() ? "exactly " + type.max() + " " : type.min() + " to " + type.max() + " ";
    }

    private static String pairs(ColumnType type) {
        return type.max() == ColumnType.UNLIMITED && type.min() == 0 ? "" : "of " + number(type) + "pairs ";
    }

    private String one(BaseType base, Optional<EnumModel> values) {
        if (values.isPresent()) {
            return "a {@link " + values.get().type() + "}";
        }
        String limits = limits(base);
        return switch (base.type()) {
            case INTEGER -> "an integer" + limits;
            case REAL -> "a real" + limits;
            case BOOLEAN -> "a boolean";
            case STRING -> "a string" + limits;
            case UUID -> reference(base).map(row -> "a " + row).orElse("a UUID");
        };
    }

    private String many(BaseType base, Optional<EnumModel> values) {
        if (values.isPresent()) {
            return "values of {@link " + values.get().type() + "}";
        }
        String limits = limits(base);
        return switch (base.type()) {
            case INTEGER -> "integers" + limits;
            case REAL -> "reals" + limits;
            case BOOLEAN -> "booleans";
            case STRING -> "strings" + limits;
            case UUID ->
                reference(base)
                        .map(row -> row.replace("reference to a", "references to"))
                        .orElse("UUIDs");
        };
    }

    private Optional<String> reference(BaseType base) {
        return base.refTable()
                .map(table -> (base.isWeakReference() ? "weak " : "strong ") + "reference to a {@link "
                        + database.table(table).rowType() + "}");
    }

    private static String limits(BaseType base) {
        return switch (base.type()) {
            case INTEGER -> range(text(base.minInteger()), text(base.maxInteger()), "");
            case REAL -> range(text(base.minReal()), text(base.maxReal()), "");
            case STRING ->
                range(
                        base.minLength() == 0 ? "" : Long.toString(base.minLength()),
                        base.maxLength() == BaseTypeBuilder.UNLIMITED_LENGTH ? "" : Long.toString(base.maxLength()),
                        " characters");
            case BOOLEAN, UUID -> "";
        };
    }

    private static String range(String min, String max, String unit) {
        if (min.isEmpty() && max.isEmpty()) {
            return "";
        }
        String of = unit.isEmpty() ? " of " : " with ";
        if (min.isEmpty() || max.isEmpty()) {
            return of + (min.isEmpty() ? "at most " + max : "at least " + min) + unit;
        }
        return (unit.isEmpty() ? " from " : of) + min + " to " + max + unit;
    }

    private static String text(OptionalLong limit) {
        return limit.isPresent() ? Long.toString(limit.getAsLong()) : "";
    }

    private static String text(OptionalDouble limit) {
        return limit.isPresent() ? Double.toString(limit.getAsDouble()) : "";
    }
}
