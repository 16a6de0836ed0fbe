package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.charset.StandardCharsets;

/** Reads what is wrong as a tree, so that an error can quote it. */
final class Trees {
    private Trees() {}

    static JsonValue parse(JsonBytes json) {
        return parse(json.toByteArray());
    }

    /** Where the text is not UTF-8, which a framer may let pass, it is quoted with replacement characters. */
    static JsonValue parse(byte[] json) {
        try {
            return JsonValue.parse(json);
        } catch (MalformedMessageException notUtf8) {
            return JsonValue.parse(new String(json, StandardCharsets.UTF_8));
        }
    }
}
