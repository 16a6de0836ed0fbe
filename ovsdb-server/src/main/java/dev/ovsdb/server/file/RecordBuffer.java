package dev.ovsdb.server.file;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Arrays;

/** Records, one behind the other as they stand in a file, to be written in one go. For one thread. */
final class RecordBuffer {
    private static final int KEPT = 1 << 20; // A larger one is let go of after use.

    private final Sha1 sha1 = new Sha1();
    private byte[] bytes = new byte[1 << 14];
    private int size;

    /** @throws ArithmeticException if an array cannot hold it */
    void add(JsonWriter json) {
        int length = Math.toIntExact(json.size() + 1);
        int body = size + LogHeader.size(length);
        require(Math.addExact(body, length));
        int end = json.copyTo(bytes, body);
        bytes[end++] = '\n';
        sha1.update(bytes, body, length);
        LogHeader.writeTo(bytes, size, length, sha1);
        size = end;
    }

    private void require(int capacity) {
        if (bytes.length < capacity) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(capacity, bytes.length * 2L)));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }
}
