package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;

/** JSON as tests write it: with single quotes, which become double ones. */
public final class Json {
    private Json() {}

    public static String text(String json) {
        return json.replace('\'', '"');
    }

    public static JsonBytes bytes(String json) {
        return JsonBytes.of(text(json).getBytes(StandardCharsets.UTF_8));
    }

    public static JsonValue value(String json) {
        return JsonValue.parse(text(json));
    }
}
