package dev.ovsdb.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes eight at a time: the first one is the lowest. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** The eight bytes that begin here. */
    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** The four bytes that begin here, in the lower half. */
    static long halfAt(byte[] bytes, int from) {
        return (int) INTS.get(bytes, from) & 0xffff_ffffL;
    }

    /** So many bytes from here on, at most eight of them; the rest is zero. */
    static long upTo(byte[] bytes, int from, int count) {
        if (count >= 8) {
            return at(bytes, from);
        }
        if (from <= bytes.length - 8) {
            return at(bytes, from) & mask(count);
        }
        long word = 0;
        for (int i = count - 1; i >= 0; i--) {
            word = word << 8 | bytes[from + i] & 0xff;
        }
        return word;
    }

    /** The bits of the first bytes of a word, of seven at most. */
    static long mask(int count) {
        return ~(-1L << (count << 3));
    }

    /** A word of eight characters of ASCII. */
    static long of(String text) {
        long word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }
}
