package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.ByteBuffer;

/** Reads the small members of an envelope. Nearly every id is a short run of digits, which needs no parser. */
final class Ids {
    private static final int MAX_SIZE = 64 * 1024;
    private static final int ALWAYS_LONG = 18;

    private Ids() {}

    static JsonValue parse(JsonBytes text, long offset) {
        if (text.size() > MAX_SIZE) {
            throw new MalformedMessageException("an id or method of more than " + MAX_SIZE + " bytes", offset);
        }
        ByteBuffer first = text.buffers().get(0);
        if (first.remaining() == text.size() && isDigits(first)) {
            return new JsonInteger(number(first));
        }
        try {
            return text.toValue();
        } catch (MalformedMessageException e) {
            throw new MalformedMessageException("an id or method cannot be read: " + e.getMessage(), offset, e);
        }
    }

    /** The same for a text that lies in one piece. */
    static JsonValue parse(byte[] bytes, int from, int to, long offset) {
        if (to - from > ALWAYS_LONG) {
            return parse(KeptBytes.copy(bytes, from, to), offset);
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return parse(KeptBytes.copy(bytes, from, to), offset);
            }
            value = value * 10 + digit;
        }
        return new JsonInteger(value);
    }

    private static boolean isDigits(ByteBuffer text) {
        if (text.remaining() > ALWAYS_LONG) {
            return false;
        }
        for (int i = text.position(); i < text.limit(); i++) {
            if (text.get(i) < '0' || text.get(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuffer digits) {
        long value = 0;
        for (int i = digits.position(); i < digits.limit(); i++) {
            value = value * 10 + (digits.get(i) - '0');
        }
        return value;
    }
}
