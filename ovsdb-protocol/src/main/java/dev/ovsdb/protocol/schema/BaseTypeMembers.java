package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.AtomicType;
import java.util.List;

/** The members of a base type's notation. */
final class BaseTypeMembers {
    static final List<String> ALL = List.of(
            "type",
            "enum",
            "minInteger",
            "maxInteger",
            "minReal",
            "maxReal",
            "minLength",
            "maxLength",
            "refTable",
            "refType");

    private BaseTypeMembers() {}

    /** The constraints that an atomic type may have, if its values are not listed. */
    static List<String> of(AtomicType type) {
        return switch (type) {
            case INTEGER -> List.of("minInteger", "maxInteger");
            case REAL -> List.of("minReal", "maxReal");
            case BOOLEAN -> List.of();
            case STRING -> List.of("minLength", "maxLength");
            case UUID -> List.of("refTable", "refType");
        };
    }
}
