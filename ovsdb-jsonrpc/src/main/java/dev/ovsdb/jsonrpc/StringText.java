package dev.ovsdb.jsonrpc;

/** What a JSON string may hold on this wire, and how it is printed. */
final class StringText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private StringText() {}

    /** Refuses what no peer could read: the NUL character and half a surrogate pair. */
    static void check(String text) {
        int at = firstUnprintable(text);
        if (at >= 0) {
            throw new IllegalArgumentException(
                    "a JSON string cannot hold " + describe(text.charAt(at)) + " (at index " + at + ")");
        }
    }

    /** The index of the first character that cannot be sent, or -1. */
    static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!paired) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    static String describe(char c) {
        return c == 0 ? "the NUL character" : "a lone surrogate";
    }

    static void append(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendChar(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void appendChar(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
