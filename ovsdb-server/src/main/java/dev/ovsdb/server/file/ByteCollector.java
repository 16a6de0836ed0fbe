package dev.ovsdb.server.file;

import java.util.Arrays;

/** Gathers pieces into one array. It grows as they come: what a header promises need not be there. */
final class ByteCollector implements PieceSink {
    private static final int MOST_AT_FIRST = 1 << 20;

    private byte[] bytes;
    private int size;

    ByteCollector(long expected) {
        bytes = new byte[(int) Math.min(expected, MOST_AT_FIRST)];
    }

    @Override
    public void piece(byte[] piece, int offset, int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(bytes.length * 2L, size + length)));
        }
        System.arraycopy(piece, offset, bytes, size, length);
        size += length;
    }

    byte[] toArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
