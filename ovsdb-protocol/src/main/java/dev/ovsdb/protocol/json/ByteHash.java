package dev.ovsdb.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A cheap hash of a few bytes: from its length and its first and last eight bytes. */
final class ByteHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteHash() {}

    static int of(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length * 0x9E3779B97F4A7C15L;
        if (length >= 8) {
            hash ^= (long) LONGS.get(bytes, from) * 0xC2B2AE3D27D4EB4FL;
            hash = Long.rotateLeft(hash, 31) ^ (long) LONGS.get(bytes, to - 8) * 0x9E3779B97F4A7C15L;
        } else {
            long word = 0;
            for (int i = from; i < to; i++) {
                word = word << 8 | bytes[i] & 0xff;
            }
            hash ^= word * 0xC2B2AE3D27D4EB4FL;
        }
        hash ^= hash >>> 32;
        return (int) (hash ^ hash >>> 15);
    }
}
