package dev.ovsdb.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of JSON objects into messages by counting brackets, one byte at a time: so plain that it can stand as a witness
 * beside the framer of the library.
 */
public final class MessageSplitter {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final Brackets brackets = new Brackets();

    /** The messages that are complete with these bytes, in order. */
    public List<byte[]> feed(byte[] bytes) {
        List<byte[]> complete = new ArrayList<>();
        for (byte next : bytes) {
            if (brackets.balanced() && next != '{') continue;
            message.write(next);
            brackets.take(next);
            if (brackets.balanced()) {
                complete.add(message.toByteArray());
                message.reset();
            }
        }
        return complete;
    }
}
