package dev.ovsdb.protocol.json;

/** UTF-8 as Unicode defines it: shortest forms only, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        for (int i = from; i < to; ) {
            int length = lengthAt(bytes, i, to);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** The length of the character at this place, 0 if there is none. */
    private static int lengthAt(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (lead < 0xc2 || lead > 0xf4 || to - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Writes a character at this place, which needs up to 4 bytes; answers the place behind it. */
    static int put(byte[] out, int at, int codePoint) {
        if (codePoint < 0x80) {
            out[at] = (byte) codePoint;
            return at + 1;
        }
        int more = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        int mark = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
        out[at++] = (byte) (mark | codePoint >> 6 * more);
        for (int i = more - 1; i >= 0; i--) {
            out[at++] = (byte) (0x80 | codePoint >> 6 * i & 0x3f);
        }
        return at;
    }
}
