package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Does one wrong thing to a tree of JSON, at a place of any depth. */
final class Spoiler {
    private static final List<String> NAMES = List.of(
            "frob",
            "op",
            "where",
            "columns",
            "uuid-name",
            "c0",
            "_uuid",
            "_version",
            "until",
            "<",
            "+=",
            "==",
            "inserts",
            "includes");

    private final Chance chance;

    Spoiler(Chance chance) {
        this.chance = chance;
    }

    /** The parameters with one fault in one of them, or in the array itself. */
    JsonArray spoil(JsonArray params) {
        if (params.size() == 0 || chance.in(0.02)) return Json.array(odd());
        if (chance.in(0.02)) return Json.replace(params, 0, odd());
        int index = params.size() == 1 ? 0 : chance.between(1, params.size() - 1);
        return Json.replace(params, index, inside(params.get(index), 0));
    }

    private JsonValue inside(JsonValue value, int depth) {
        double stop = depth == 0 ? 0.02 : 0.25;
        if (value instanceof JsonObject object) return chance.in(stop) ? odd() : inObject(object, depth);
        if (value instanceof JsonArray array && array.size() > 0)
            return chance.in(stop) ? odd() : inArray(array, depth);
        return wrong(value);
    }

    private JsonValue inObject(JsonObject object, int depth) {
        List<String> names = new ArrayList<>(object.members().keySet());
        if (names.isEmpty() || chance.in(0.08)) return object.with(chance.pick(NAMES), odd());
        String name = chance.pick(names);
        if (chance.in(0.15)) return Json.without(object, name);
        return object.with(name, inside(object.get(name).orElseThrow(), depth + 1));
    }

    private JsonValue inArray(JsonArray array, int depth) {
        int index = chance.below(array.size());
        if (chance.in(0.1)) return Json.without(array, index);
        if (chance.in(0.1)) {
            List<JsonValue> longer = new ArrayList<>(array.elements());
            longer.add(chance.in(0.5) ? array.get(index) : odd());
            return Json.array(longer);
        }
        return Json.replace(array, index, inside(array.get(index), depth + 1));
    }

    /** A name where another name is expected, more often than not. */
    private JsonValue wrong(JsonValue value) {
        return value instanceof JsonString && chance.in(0.6) ? Json.text(chance.pick(NAMES)) : odd();
    }

    private JsonValue odd() {
        return chance.of(
                JsonValue.ofNull(),
                JsonValue.of(true),
                JsonValue.of(7),
                JsonValue.of(-1),
                JsonValue.of(1.5),
                JsonValue.of(1e20),
                Json.text("frob"),
                Json.text(""),
                Json.text("Ta"),
                Json.text("_version"),
                Json.text("<"),
                Json.text("%="),
                Json.text("12345678-1234-1234-1234-123456789abc"),
                Json.array(),
                Json.object(),
                Json.array(Json.text("set"), Json.array()),
                Json.array(Json.text("set"), Json.text("x")),
                Json.array(Json.text("set"), Json.array(JsonValue.of(1), Json.text("b"))),
                Json.array(Json.text("map"), Json.array(Json.array(JsonValue.of(1)))),
                Json.array(Json.text("uuid"), Json.text("frob")),
                Json.array(Json.text("named-uuid"), Json.text("nobody")),
                Json.array(Json.text("named-uuid"), Json.text("9 lives")),
                Json.array(Json.text("frob"), JsonValue.of(1)));
    }
}
