package dev.ovsdb.protocol.json;

/** Decimal digits of integers. */
final class Digits {
    private Digits() {}

    /** Writes the number at this place, which needs up to 20 bytes; answers the place behind it. */
    static int put(byte[] out, int at, long value) {
        if (value == Long.MIN_VALUE) {
            at = put(out, at, value / 10);
            out[at] = '8';
            return at + 1;
        }
        if (value < 0) {
            out[at++] = '-';
            value = -value;
        }
        int end = at + length(value);
        for (int i = end - 1; i >= at; i--) {
            out[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        return end;
    }

    private static int length(long value) {
        int length = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            length++;
        }
        return length;
    }
}
