package dev.ovsdb.conformance;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.ServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Faults that handlers really have, each with the case that must find it and what its message must say. */
enum Planted implements Fault {
    RESULTS_END_AT_THE_ERROR("E10-failed-operations-are-results", "expected 4 elements, received 2") {
        @Override
        public JsonValue result(String method, JsonValue params, JsonValue result) {
            if (!method.equals("transact")) return result;
            return JsonValue.array(elements(result).stream()
                    .filter(element -> !element.isNull())
                    .toList());
        }
    },
    COMMIT_ERROR_IN_THE_PLACE_OF_A_RESULT("E11-commit-failure-is-one-extra-element", "at result[1]: ") {
        @Override
        public JsonValue result(String method, JsonValue params, JsonValue result) {
            List<JsonValue> results = new ArrayList<>(elements(result));
            boolean extra = method.equals("transact") && results.size() == elements(params).size();
            if (extra) results.remove(results.size() - 2);
            return extra ? JsonValue.array(results) : result;
        }
    },
    UPDATE_BEHIND_THE_REPLY("E25-own-changes-come-before-the-reply", "member \"method\" is missing") {
        @Override
        public boolean notifiesBehindReplies() {
            return true;
        }
    },
    OLD_IS_THE_WHOLE_ROW("E17-updates-of-the-first-kind", "unexpected member [k]") {
        @Override
        public Optional<JsonValue> notification(String method, JsonValue params) {
            return Optional.of(rows(params, row -> {
                if (row.get("old").isEmpty() || row.get("new").isEmpty()) return row;
                Map<String, JsonValue> whole = new LinkedHashMap<>(members(row.get("new").get()));
                whole.putAll(members(row.get("old").get()));
                return row.with("old", JsonValue.object(whole));
            }));
        }
    },
    INSERT_HAS_AN_OLD_ROW("rfc-4.1.6-one-transaction-is-one-update", "unexpected member [old]") {
        @Override
        public Optional<JsonValue> notification(String method, JsonValue params) {
            return Optional.of(rows(
                    params, row -> row.get("old").isEmpty() ? row.with("old", JsonObject.EMPTY) : row));
        }
    },
    DELETE_IS_NO_NULL("E18-updates-of-the-second-kind-omit-defaults", ".delete: expected null, received {}") {
        @Override
        public Optional<JsonValue> notification(String method, JsonValue params) {
            return Optional.of(rows(
                    params, row -> row.get("delete").isPresent() ? row.with("delete", JsonObject.EMPTY) : row));
        }
    },
    LOCKED_IS_NOT_TOLD("E39-a-waiting-lock-is-granted-later", "expected  {\"id\":null,\"method\":\"locked\"") {
        @Override
        public Optional<JsonValue> notification(String method, JsonValue params) {
            return method.equals("locked") ? Optional.empty() : Optional.of(params);
        }
    },
    UNKNOWN_DATABASES_HAVE_ANOTHER_TAG(
            "rfc-4.1.2-an-unknown-database-has-no-schema", "expected \"unknown database\", received \"not found\"") {
        @Override
        public JsonValue error(String method, JsonValue error) {
            return method.equals("get_schema") ? JsonValue.of("not found") : error;
        }
    },
    CANCELLED_MONITORS_GO_ON("rfc-4.1.7-nothing-is-told-behind-a-cancellation", "\"method\":\"update\"") {
        @Override
        public boolean answers(ServerRequest request) {
            if (request.method().equals("monitor_cancel")) request.reply(JsonBytes.of(JsonObject.EMPTY));
            return request.method().equals("monitor_cancel");
        }
    },
    DELETES_ARE_NOT_COUNTED("rfc-5.2.5-delete-counts", "at result[0].count: expected 1, received 0") {
        @Override
        public JsonValue result(String method, JsonValue params, JsonValue result) {
            return operations(method, params, result, "delete", JsonValue.object("count", JsonValue.of(0)));
        }
    },
    ASSERT_ALWAYS_HOLDS("rfc-5.2.10-assert-needs-the-lock", "expected the error \"not owner\", received {}") {
        @Override
        public JsonValue result(String method, JsonValue params, JsonValue result) {
            return operations(method, params, result, "assert", JsonObject.EMPTY);
        }
    },
    MONITOR_IDS_BECOME_TEXT("E15-updates-carry-the-monitor-id-as-it-is", "at params[0]: expected [7,{\"a\":null}]") {
        @Override
        public Optional<JsonValue> notification(String method, JsonValue params) {
            List<JsonValue> elements = new ArrayList<>(elements(params));
            elements.set(0, JsonValue.of(elements.get(0).toString()));
            return Optional.of(JsonValue.array(elements));
        }
    },
    WAIT_DOES_NOT_WAIT("E34-wait-tests-now-or-later", "expected the error \"timed out\", received {}") {
        @Override
        public JsonValue result(String method, JsonValue params, JsonValue result) {
            return operations(method, params, result, "wait", JsonObject.EMPTY);
        }
    };

    private final String caseName;
    private final String message;

    Planted(String caseName, String message) {
        this.caseName = caseName;
        this.message = message;
    }

    /** The case that must find it. */
    String caseName() {
        return caseName;
    }

    /** What the case's message must say. */
    String message() {
        return message;
    }

    private static List<JsonValue> elements(JsonValue array) {
        return array instanceof JsonArray some ? some.elements() : List.of();
    }

    private static Map<String, JsonValue> members(JsonValue object) {
        return ((JsonObject) object).members();
    }

    /** Puts a result in the place of those of one kind of operation. */
    private static JsonValue operations(
            String method, JsonValue params, JsonValue result, String operation, JsonValue instead) {
        if (!method.equals("transact")) return result;
        List<JsonValue> results = new ArrayList<>(elements(result));
        for (int i = 1; i < elements(params).size(); i++) {
            JsonValue name = ((JsonObject) elements(params).get(i)).get("op").orElseThrow();
            if (name.equals(JsonValue.of(operation))) results.set(i - 1, instead);
        }
        return JsonValue.array(results);
    }

    /** Alters each row of an update. */
    private static JsonValue rows(JsonValue params, UnaryOperator<JsonObject> change) {
        List<JsonValue> elements = new ArrayList<>(elements(params));
        if (elements.size() < 2 || !(elements.get(elements.size() - 1) instanceof JsonObject tables)) return params;
        Map<String, JsonValue> changed = new LinkedHashMap<>();
        tables.members().forEach((table, rows) -> {
            Map<String, JsonValue> all = new LinkedHashMap<>();
            members(rows).forEach((uuid, row) -> all.put(uuid, change.apply((JsonObject) row)));
            changed.put(table, JsonValue.object(all));
        });
        elements.set(elements.size() - 1, JsonValue.object(changed));
        return JsonValue.array(elements);
    }
}
