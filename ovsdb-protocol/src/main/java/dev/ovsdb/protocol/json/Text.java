package dev.ovsdb.protocol.json;

import java.nio.charset.StandardCharsets;

/** The bytes of the string that a reader is at, free of quotes and escapes: in the text itself, or in a scratch copy. */
final class Text {
    byte[] bytes = new byte[0];
    int from;
    int to;
    boolean ascii;
    long offset; // Of the string in the reader's text, for messages.

    void set(byte[] newBytes, int newFrom, int newTo, boolean newAscii) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        ascii = newAscii;
    }

    /** @throws MalformedUtf8Exception if the bytes are not UTF-8 */
    String decode() {
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (!Utf8.isValid(bytes, from, to)) {
            throw new MalformedUtf8Exception(offset);
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
