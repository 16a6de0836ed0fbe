package dev.ovsdb.protocol.json;

import java.util.Arrays;

/**
 * Finds the end of a JSON string, eight bytes at a time while these are plain ASCII, and removes its escapes. Refuses raw
 * control characters, {@code \u0000} and lone high surrogates; a lone low one is JSON to Open vSwitch but not a value.
 */
final class StringScanner {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final byte[] json;
    private final int base;
    private final int end;
    private byte[] scratch = new byte[0];

    StringScanner(byte[] json, int base, int end) {
        this.json = json;
        this.base = base;
        this.end = end;
    }

    /** Reads the string whose first character, behind the quote, is here; answers the place behind its closing quote. */
    int scan(int from, Text text) {
        text.offset = from - 1L - base;
        int at = plain(from);
        boolean ascii = true;
        while (at < end && json[at] < 0) {
            ascii = false;
            at = plain(at + 1);
        }
        if (at < end && json[at] == '"') {
            text.set(json, from, at, ascii);
            return at + 1;
        }
        return unescape(from, at, text);
    }

    /** The first place from here on that is not a plain character of a string. */
    private int plain(int from) {
        int at = from;
        for (; at <= end - 8; at += 8) {
            long word = Words.at(json, at);
            long quote = word ^ ONES * '"';
            long backslash = word ^ ONES * '\\';
            long found = (quote - ONES & ~quote | backslash - ONES & ~backslash | word - ONES * 0x20 & ~word | word)
                    & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < end && json[at] >= 0x20 && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        return at;
    }

    private int unescape(int from, int firstUnusual, Text text) {
        int length = 0;
        int copied = from;
        int at = firstUnusual;
        while (at < end && json[at] != '"') {
            if (json[at] < 0) {
                at = plain(at + 1);
                continue;
            }
            if (json[at] != '\\') {
                throw problem("a string holds a control character", at);
            }
            length = append(copied, at, length);
            long escape = escape(at + 1);
            length = Utf8.put(scratch, length, (int) escape);
            at = copied = (int) (escape >>> 32);
            at = plain(at);
        }
        if (at >= end) {
            throw problem("the text ends inside a string", end);
        }
        length = append(copied, at, length);
        text.set(scratch, 0, length, false);
        return at + 1;
    }

    private int append(int copied, int at, int length) {
        int needed = length + (at - copied) + 4;
        if (scratch.length < needed) {
            scratch = Arrays.copyOf(scratch, Math.max(needed, scratch.length * 2));
        }
        System.arraycopy(json, copied, scratch, length, at - copied);
        return length + (at - copied);
    }

    /** What follows a backslash: the character in the lower half of the result, the place behind it in the upper. */
    private long escape(int at) {
        byte kind = at < end ? json[at] : 0;
        if (kind == 'u') {
            return unicode(at + 1);
        }
        int from = "\"\\/bfnrt".indexOf(kind);
        if (from < 0) {
            throw problem("a string holds an unknown escape", at);
        }
        return (long) (at + 1) << 32 | "\"\\/\b\f\n\r\t".charAt(from);
    }

    private long unicode(int at) {
        int first = fourDigits(at);
        if (first == 0) {
            throw problem("a string holds \\u0000", at - 2);
        }
        if (!Character.isHighSurrogate((char) first)) { // A low one alone becomes bytes that are no UTF-8: see Text.
            return (long) (at + 4) << 32 | first;
        }
        boolean pairFollows = at + 6 <= end && json[at + 4] == '\\' && json[at + 5] == 'u';
        int second = pairFollows ? fourDigits(at + 6) : 0;
        if (!Character.isSurrogatePair((char) first, (char) second)) {
            throw problem("a string holds half a surrogate pair", at - 2);
        }
        return (long) (at + 10) << 32 | Character.toCodePoint((char) first, (char) second);
    }

    private int fourDigits(int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < end ? Hex.digit(json[i]) : -1;
            if (digit < 0) {
                throw problem("\\u needs four hexadecimal digits", i);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private JsonSyntaxException problem(String what, int at) {
        return new JsonSyntaxException(what, at - (long) base);
    }
}
