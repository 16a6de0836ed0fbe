package dev.ovsdb.protocol.vectors;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways to cut a text into pieces. */
public final class Pieces {
    private Pieces() {}

    /** Whole, byte by byte, and in random pieces, some of them read-only or direct as transports have them. */
    public static List<List<ByteBuffer>> waysToCut(byte[] text, long seed) {
        List<List<ByteBuffer>> ways = new ArrayList<>();
        ways.add(List.of(ByteBuffer.wrap(text)));
        ways.add(List.of(direct(text, 0, text.length)));
        ways.add(evenly(text, 1));
        ways.add(evenly(text, 7));
        for (int i = 0; i < 4; i++) {
            ways.add(randomly(text, new Random(seed + i), 1 + text.length / (i + 2)));
        }
        return ways;
    }

    public static List<ByteBuffer> evenly(byte[] text, int size) {
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int at = 0; at < text.length; at += size) {
            pieces.add(ByteBuffer.wrap(text, at, Math.min(size, text.length - at)));
        }
        return pieces;
    }

    public static List<ByteBuffer> randomly(byte[] text, Random random, int largest) {
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int at = 0; at < text.length; ) {
            int length = Math.min(random.nextInt(largest + 1), text.length - at);
            ByteBuffer piece = ByteBuffer.wrap(text, at, length).slice();
            pieces.add(
                    switch (random.nextInt(3)) {
                        case 0 -> piece;
                        case 1 -> piece.asReadOnlyBuffer();
                        default -> direct(text, at, length);
                    });
            at += length;
        }
        return pieces;
    }

    private static ByteBuffer direct(byte[] text, int from, int length) {
        return ByteBuffer.allocateDirect(length).put(text, from, length).flip();
    }
}
