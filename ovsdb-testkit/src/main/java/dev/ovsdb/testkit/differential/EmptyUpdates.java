package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * Modifications in updates that name no column, and so tell nothing.
 *
 * <p>The reference sends them when a column changes that only a condition names: of this monitor, or of any other of the same
 * columns, for it follows changes for all these together. So what one session hears depends on what others once asked for.
 */
final class EmptyUpdates {
    private EmptyUpdates() {}

    /** Whether a message is a notification of such modifications only. */
    static boolean tellsNothing(JsonValue message) {
        return isUpdate(message)
                && !without(message).equals(message)
                && tables(without(message)).members().isEmpty();
    }

    /** The message without them. */
    static JsonValue without(JsonValue message) {
        if (!isUpdate(message)) return message;
        JsonObject left = JsonObject.EMPTY;
        for (var table : tables(message).members().entrySet()) {
            JsonObject rows = rows((JsonObject) table.getValue());
            if (!rows.members().isEmpty()) left = left.with(table.getKey(), rows);
        }
        JsonArray params = params(message);
        return ((JsonObject) message).with("params", Json.replace(params, params.size() - 1, left));
    }

    private static JsonObject rows(JsonObject rows) {
        JsonObject left = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> row : rows.members().entrySet()) {
            if (!isEmpty(row.getValue())) left = left.with(row.getKey(), row.getValue());
        }
        return left;
    }

    private static boolean isEmpty(JsonValue row) {
        Optional<JsonValue> changed = Json.member(row, "modify").or(() -> Json.member(row, "old"));
        return changed.equals(Optional.of(JsonObject.EMPTY)) && isModification(row);
    }

    /** A row that goes is told as old alone. */
    private static boolean isModification(JsonValue row) {
        return Json.member(row, "modify").isPresent() || Json.member(row, "new").isPresent();
    }

    private static boolean isUpdate(JsonValue message) {
        return Json.string(message, "method").orElse("").startsWith("update");
    }

    private static JsonArray params(JsonValue message) {
        return (JsonArray) Json.member(message, "params").orElseThrow();
    }

    private static JsonObject tables(JsonValue message) {
        JsonArray params = params(message);
        return (JsonObject) params.get(params.size() - 1);
    }
}
