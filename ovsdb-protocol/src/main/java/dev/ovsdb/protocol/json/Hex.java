package dev.ovsdb.protocol.json;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits, and UUIDs straight from their 36 bytes. */
final class Hex {
    private static final byte[] DIGITS = digits();
    private static final int UUID_LENGTH = 36;
    private static final long ONES = 0x0101010101010101L;

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
        UUID usual = lowerCaseUuid(text, from);
        return usual != null ? usual : anyUuid(text, from);
    }

    /** As everybody writes them, eight digits at a time; null if a byte is no digit or an upper-case one. */
    private static @Nullable UUID lowerCaseUuid(byte[] text, int from) {
        long a = Words.at(text, from);
        long b = Words.halfAt(text, from + 9) | Words.halfAt(text, from + 14) << 32;
        long c = Words.halfAt(text, from + 19) | Words.halfAt(text, from + 24) << 32;
        long d = Words.at(text, from + 28);
        if ((wrong(a) | wrong(b) | wrong(c) | wrong(d)) != 0) {
            return null;
        }
        return new UUID(value(a) << 32 | value(b), value(c) << 32 | value(d));
    }

    /** The values of eight digits, one in each byte, if they are digits. */
    private static long nibbles(long digits) {
        return (digits & ONES * 0x0f) + (digits >>> 6 & ONES) * 9;
    }

    /** Zero if these are eight digits, none in upper case. */
    private static long wrong(long digits) {
        long letters = digits >>> 6 & ONES;
        long nibbles = nibbles(digits);
        long tenOrMore = nibbles + ONES * 6 >>> 4 & ONES;
        return nibbles & ONES * 0xf0 | tenOrMore ^ letters | nibbles + ONES * '0' + letters * ('a' - 10 - '0') ^ digits;
    }

    /** The value of eight digits, the lowest byte being the first and highest one. */
    private static long value(long digits) {
        long nibbles = nibbles(digits);
        long bytes = nibbles << 4 | nibbles >>> 8; // In every other byte: two digits.
        long packed = bytes & 0xff | bytes >>> 8 & 0xff00 | bytes >>> 16 & 0xff0000 | bytes >>> 24 & 0xff000000L;
        return Integer.reverseBytes((int) packed) & 0xffff_ffffL;
    }

    private static @Nullable UUID anyUuid(byte[] text, int from) {
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
