package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.server.check.ForeignBytes;
import java.nio.charset.StandardCharsets;

/** Reads what is wrong as a tree, so that an error can quote it. */
final class Trees {
    private Trees() {}

    /** The text of a tree, as it may be read again. */
    static byte[] text(JsonValue tree) {
        return ForeignBytes.shown(tree.toString()).getBytes(StandardCharsets.UTF_8);
    }

    static JsonValue parse(JsonBytes json) {
        return parse(json.toByteArray());
    }

    /** Also of a text that is not UTF-8, which a framer may let pass: see {@link ForeignBytes}. */
    static JsonValue parse(byte[] json) {
        try {
            return JsonValue.parse(json);
        } catch (MalformedMessageException notUtf8) {
            return JsonValue.parse(ForeignBytes.decode(json));
        }
    }
}
