package dev.ovsdb.cli.json;

import dev.ovsdb.cli.json.JsonArgument.BadJson;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grammar of JSON over the tokens of {@link JsonArgument}. */
final class JsonTreeBuilder {
    private static final int MAX_DEPTH = 1000;

    private final Deque<Container> open = new ArrayDeque<>();
    private Expected expected = Expected.TOP;
    private @Nullable JsonValue result;

    private enum Expected {
        TOP("syntax error at beginning of input"),
        NAME_OR_END("syntax error parsing object expecting string"),
        NAME("syntax error parsing object expecting string"),
        COLON("syntax error parsing object expecting ':'"),
        MEMBER("syntax error expecting value"),
        OBJECT_NEXT("syntax error expecting '}' or ','"),
        VALUE_OR_END("syntax error expecting value"),
        VALUE("syntax error expecting value"),
        ARRAY_NEXT("syntax error expecting ']' or ','"),
        NOTHING("trailing garbage at end of input");

        private final String otherwise;

        Expected(String otherwise) {
            this.otherwise = otherwise;
        }

        boolean isValue() {
            return this == MEMBER || this == VALUE || this == VALUE_OR_END;
        }
    }

    /** An object or array whose end has not been seen: members, or elements. */
    private static final class Container {
        private final @Nullable Map<String, JsonValue> members;
        private final List<JsonValue> elements = new ArrayList<>();
        private String name = "";

        Container(boolean object) {
            members = object ? new LinkedHashMap<>() : null;
        }

        void add(JsonValue value) {
            if (members != null) {
                members.put(name, value);
            } else {
                elements.add(value);
            }
        }

        JsonValue end() {
            return members != null ? JsonObject.of(members) : new JsonArray(elements);
        }
    }

    void string(String text) throws BadJson {
        if (expected == Expected.NAME || expected == Expected.NAME_OR_END) {
            open.element().name = text;
            expected = Expected.COLON;
        } else {
            value(new JsonString(text));
        }
    }

    void value(JsonValue value) throws BadJson {
        if (!expected.isValue()) {
            throw new BadJson(expected.otherwise);
        }
        put(value);
    }

    void punctuation(char c) throws BadJson {
        switch (c) {
            case '{', '[' -> open(c == '{');
            case '}' -> close(expected == Expected.NAME_OR_END || expected == Expected.OBJECT_NEXT);
            case ']' -> close(expected == Expected.VALUE_OR_END || expected == Expected.ARRAY_NEXT);
            case ':' -> move(expected == Expected.COLON, Expected.MEMBER);
            default ->
                move(
                        expected == Expected.OBJECT_NEXT || expected == Expected.ARRAY_NEXT,
                        expected == Expected.OBJECT_NEXT ? Expected.NAME : Expected.VALUE);
        }
    }

    JsonValue finish() throws BadJson {
        if (expected == Expected.TOP) {
            throw new BadJson("empty input stream");
        }
        if (result == null) {
            throw new BadJson("unexpected end of input");
        }
        return result;
    }

    private void open(boolean object) throws BadJson {
        if (expected != Expected.TOP && !expected.isValue()) {
            throw new BadJson(expected.otherwise);
        }
        if (open.size() == MAX_DEPTH) {
            throw new BadJson("input exceeds maximum nesting depth " + MAX_DEPTH);
        }
        open.push(new Container(object));
        expected = object ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
    }

    private void close(boolean allowed) throws BadJson {
        move(allowed, Expected.NOTHING);
        JsonValue closed = open.pop().end();
        if (open.isEmpty()) {
            result = closed;
        } else {
            put(closed);
        }
    }

    private void put(JsonValue value) {
        Container container = open.element();
        container.add(value);
        expected = container.members != null ? Expected.OBJECT_NEXT : Expected.ARRAY_NEXT;
    }

    private void move(boolean allowed, Expected next) throws BadJson {
        if (!allowed) {
            throw new BadJson(expected.otherwise);
        }
        expected = next;
    }
}
