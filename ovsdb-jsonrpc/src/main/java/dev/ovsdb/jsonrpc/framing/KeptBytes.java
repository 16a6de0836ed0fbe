package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes kept from pieces whose owner will reuse them. They are copied once, into blocks that never move.
 *
 * <p>Blocks double in size, so a peer that sends single bytes cannot make us keep more than about twice what it sent.
 */
final class KeptBytes {
    private static final int SMALLEST_BLOCK = 256;
    private static final int LARGEST_BLOCK = 64 * 1024;

    private final List<ByteBuffer> full = new ArrayList<>();
    private byte[] block = new byte[0];
    private int filled;

    void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (filled == block.length) {
                nextBlock(to - at);
            }
            int length = Math.min(to - at, block.length - filled);
            System.arraycopy(bytes, at, block, filled, length);
            filled += length;
            at += length;
        }
    }

    private void nextBlock(int wanted) {
        if (filled > 0) {
            full.add(ByteBuffer.wrap(block));
        }
        int doubled = Math.max(SMALLEST_BLOCK, 2 * block.length);
        block = new byte[Math.min(Math.max(doubled, wanted), LARGEST_BLOCK)];
        filled = 0;
    }

    /** What was kept, ended by the bytes given. */
    JsonBytes toJson(byte[] bytes, int from, int to) {
        add(bytes, from, to);
        full.add(ByteBuffer.wrap(block, 0, filled));
        return JsonBytes.of(full);
    }

    /** The same for bytes of which nothing was kept before. */
    static JsonBytes copy(byte[] bytes, int from, int to) {
        return JsonBytes.of(Arrays.copyOfRange(bytes, from, to));
    }
}
