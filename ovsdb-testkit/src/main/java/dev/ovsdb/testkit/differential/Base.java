package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated base type.
 *
 * @param type its atomic type
 * @param choices the values of an enumeration; empty for none
 * @param least smallest number, or length of a string
 * @param most largest number, or length of a string
 * @param refTable the table referred to
 * @param strong whether that reference is strong
 */
record Base(
        String type,
        List<JsonValue> choices,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable String refTable,
        boolean strong) {
    static Base plain(String type) {
        return new Base(type, List.of(), null, null, null, false);
    }

    static Base bounded(String type, @Nullable Integer least, @Nullable Integer most) {
        return new Base(type, List.of(), least, most, null, false);
    }

    static Base enumeration(String type, List<JsonValue> choices) {
        return new Base(type, choices, null, null, null, false);
    }

    static Base reference(String table, boolean strong) {
        return new Base("uuid", List.of(), null, null, table, strong);
    }

    Base withStrong(boolean other) {
        return new Base(type, choices, least, most, refTable, other);
    }

    /** The same type with any value allowed. */
    Base withoutBounds() {
        return new Base(type, List.of(), null, null, refTable, strong);
    }

    boolean isReference() {
        return refTable != null;
    }

    boolean isNumber() {
        return type.equals("integer") || type.equals("real");
    }

    /** Whether the type's default value may stand in a row: if not, each insert must give one. */
    boolean allowsDefault() {
        if (isReference()) return !strong;
        if (!choices.isEmpty()) return false;
        if (least != null && least > 0) return false;
        return !isNumber() || most == null || most >= 0;
    }

    JsonValue toJson() {
        JsonObject json = Json.object().with("type", Json.text(type));
        if (!choices.isEmpty()) json = json.with("enum", Json.set(choices));
        if (least != null) json = json.with(boundName("min"), JsonValue.of((long) least));
        if (most != null) json = json.with(boundName("max"), JsonValue.of((long) most));
        if (refTable != null) json = json.with("refTable", Json.text(refTable));
        if (refTable != null && !strong) json = json.with("refType", Json.text("weak"));
        return json;
    }

    private String boundName(String bound) {
        return bound
                + switch (type) {
                    case "integer" -> "Integer";
                    case "real" -> "Real";
                    default -> "Length";
                };
    }
}
