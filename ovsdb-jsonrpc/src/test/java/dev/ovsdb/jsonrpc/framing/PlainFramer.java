package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the framer once more, as plainly as can be: it has all bytes at once, makes characters of them, and reads values
 * by calling itself. What the real one is measured by.
 */
final class PlainFramer {
    /** A message as it was found, its body as a value, so that texts that mean the same are equal. */
    record Found(
            Message.Kind kind,
            @Nullable JsonValue id,
            @Nullable String method,
            JsonValue body) {
        static Found of(Message message) {
            return new Found(
                    message.kind(),
                    message.id(),
                    message.method(),
                    message.requireBody().toValue());
        }
    }

    /** How a stream ends. */
    enum End {
        BETWEEN_MESSAGES,
        INSIDE_MESSAGE,
        MALFORMED
    }

    private final List<Found> messages = new ArrayList<>();
    private final PlainJson json;
    private final End end;

    PlainFramer(byte[] stream, int maxNesting) {
        CharBuffer chars = CharBuffer.allocate(stream.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(stream);
        CoderResult decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, false);
        json = new PlainJson(chars.flip().toString(), rest(bytes, decoded), maxNesting);
        end = read();
    }

    private static PlainJson.Rest rest(ByteBuffer bytes, CoderResult decoded) {
        if (!decoded.isMalformed() && !bytes.hasRemaining()) {
            return PlainJson.Rest.NOTHING;
        }
        // The decoder waits for the third byte before it refuses a surrogate.
        boolean surrogate = bytes.remaining() > 1 && bytes.get() == (byte) 0xED && (bytes.get() & 0xFF) > 0x9F;
        return decoded.isMalformed() || surrogate ? PlainJson.Rest.NO_CHARACTER : PlainJson.Rest.PART_OF_A_CHARACTER;
    }

    List<Found> messages() {
        return messages;
    }

    End end() {
        return end;
    }

    private End read() {
        try {
            while (json.skipSpace()) {
                messages.add(message());
            }
            return End.BETWEEN_MESSAGES;
        } catch (PlainJson.Incomplete e) {
            return End.INSIDE_MESSAGE;
        } catch (PlainJson.Malformed e) {
            return End.MALFORMED;
        }
    }

    private Found message() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        json.members(
                1,
                (name, at) -> {
                    JsonValue value = json.value(at);
                    PlainJson.require(!name.equals("method") || isString(value));
                    members.put(name, value);
                },
                List.of("id", "method", "params", "result", "error"));
        return found(members);
    }

    private static boolean isString(JsonValue value) {
        return value instanceof JsonString;
    }

    /** Kinds and rules as the reference has them: a null member is as good as none, but for params. */
    private static Found found(Map<String, JsonValue> members) {
        JsonValue id = present(members, "id");
        JsonValue method = present(members, "method");
        JsonValue params = members.get("params");
        JsonValue result = present(members, "result");
        JsonValue error = present(members, "error");
        if (method instanceof JsonString name) {
            PlainJson.require(result == null && error == null && params instanceof JsonArray);
            return new Found(id == null ? Message.Kind.NOTIFICATION : Message.Kind.REQUEST, id, name.value(), params);
        }
        PlainJson.require(params == null && id != null && (result == null) != (error == null));
        return result != null
                ? new Found(Message.Kind.REPLY, id, null, result)
                : new Found(Message.Kind.ERROR_REPLY, id, null, error);
    }

    private static @Nullable JsonValue present(Map<String, JsonValue> members, String name) {
        JsonValue value = members.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
