package dev.ovsdb.protocol.json;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits, and UUIDs straight from their 36 bytes. */
final class Hex {
    private static final byte[] DIGITS = digits();
    private static final int UUID_LENGTH = 36;

    private Hex() {}

    private static byte[] digits() {
        byte[] table = new byte[256];
        Arrays.fill(table, (byte) -1);
        for (int i = 0; i < 16; i++) {
            table["0123456789abcdef".charAt(i)] = (byte) i;
            table["0123456789ABCDEF".charAt(i)] = (byte) i;
        }
        return table;
    }

    /** The value of a digit, or -1. */
    static int digit(byte b) {
        return DIGITS[b & 0xff];
    }

    /** The UUID that these bytes spell, or null if they spell none. */
    static @Nullable UUID uuid(byte[] text, int from, int to) {
        if (to - from != UUID_LENGTH
                || text[from + 8] != '-'
                || text[from + 13] != '-'
                || text[from + 18] != '-'
                || text[from + 23] != '-') {
            return null;
        }
        long a = value(text, from, 8);
        long b = value(text, from + 9, 4);
        long c = value(text, from + 14, 4);
        long d = value(text, from + 19, 4);
        long e = value(text, from + 24, 12);
        return (a | b | c | d | e) < 0 ? null : new UUID(a << 32 | b << 16 | c, d << 48 | e);
    }

    /** The value of some digits; negative if one of them is none. */
    private static long value(byte[] text, int from, int count) {
        long value = 0;
        int wrong = 0;
        for (int i = from; i < from + count; i++) {
            int digit = DIGITS[text[i] & 0xff];
            wrong |= digit;
            value = value << 4 | digit & 15;
        }
        return wrong < 0 ? -1 : value;
    }
}
