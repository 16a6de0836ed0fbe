package dev.ovsdb.server.text;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.Locale;

/** Types in the words of the reference's messages: {@code set of up to 3 strings}. */
public final class EnglishType {
    private EnglishType() {}

    /** The type of a column. */
    public static String of(ColumnType type) {
        String key = of(type.key());
        if (type.isScalar()) {
            return key;
        }
        String elements = type.value()
                .map(value -> " (" + key + ", " + of(value) + ") pairs")
                .orElse(" " + key + "s");
        return (type.isMap() ? "map" : "set") + count(type) + elements;
    }

    private static String of(BaseType type) {
        return type.type().name().toLowerCase(Locale.ROOT);
    }

    private static String count(ColumnType type) {
        if (type.max() == ColumnType.UNLIMITED) {
            return type.min() == 0 ? " of" : " of " + type.min() + " or more";
        }
        return type.min() == 0 ? " of up to " + type.max() : " of " + type.min() + " to " + type.max();
    }
}
