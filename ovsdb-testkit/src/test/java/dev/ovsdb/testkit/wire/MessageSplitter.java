package dev.ovsdb.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of JSON objects into messages by counting brackets, one byte at a time: so plain that it can stand as a witness
 * beside the framer of the library.
 */
final class MessageSplitter {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int depth;
    private boolean inString;
    private boolean escaped;

    List<byte[]> feed(byte[] bytes) {
        List<byte[]> complete = new ArrayList<>();
        for (byte next : bytes) {
            if (depth == 0 && next != '{') continue;
            message.write(next);
            count((char) next);
            if (depth == 0) {
                complete.add(message.toByteArray());
                message.reset();
            }
        }
        return complete;
    }

    private void count(char next) {
        if (escaped) escaped = false;
        else if (inString) {
            escaped = next == '\\';
            inString = next != '"';
        } else if (next == '"') inString = true;
        else if (next == '{' || next == '[') depth++;
        else if (next == '}' || next == ']') depth--;
    }
}
