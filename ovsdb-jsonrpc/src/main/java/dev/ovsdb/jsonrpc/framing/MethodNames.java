package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the names of methods, and remembers the last of each length: a peer calls few methods, over and over. */
final class MethodNames {
    private static final int SLOTS = 32; // Longer names are read each time.

    private final byte[][] texts = new byte[SLOTS][0];
    private final @Nullable String[] names = new String[SLOTS];

    /** The name whose JSON text stands there. */
    String name(byte[] bytes, int from, int to, long offset) {
        int slot = to - from;
        if (slot >= SLOTS) {
            return read(KeptBytes.copy(bytes, from, to), offset);
        }
        String known = names[slot];
        if (known != null && Arrays.equals(texts[slot], 0, slot, bytes, from, to)) {
            return known;
        }
        String name = read(KeptBytes.copy(bytes, from, to), offset);
        texts[slot] = Arrays.copyOfRange(bytes, from, to);
        names[slot] = name;
        return name;
    }

    static String read(JsonBytes text, long offset) {
        if (Ids.parse(text, offset) instanceof JsonString name) {
            return name.value();
        }
        throw new MalformedMessageException("method must be a string", offset);
    }
}
