package dev.ovsdb.cli.json;

import dev.ovsdb.cli.json.JsonArgument.BadJson;

/** The escapes of a JSON string, with the reference's reasons for refusing one. */
final class JsonEscapes {
    private final String raw;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private JsonEscapes(String raw) {
        this.raw = raw;
    }

    static String unescape(String raw) throws BadJson {
        return new JsonEscapes(raw).run();
    }

    private String run() throws BadJson {
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c != '\\') {
                out.append(c);
            } else {
                escape(raw.charAt(at++)); // The lexer never ends a string behind a single backslash.
            }
        }
        return out.toString();
    }

    private void escape(char c) throws BadJson {
        switch (c) {
            case '"', '\\', '/' -> out.append(c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> unicode();
            default -> throw new BadJson("bad escape \\" + c);
        }
    }

    private void unicode() throws BadJson {
        char first = fourHex();
        if (Character.isLowSurrogate(first)) {
            throw new BadJson("malformed escaped surrogate pair"); // The reference takes it, and no peer could read it.
        }
        out.append(first);
        if (!Character.isHighSurrogate(first)) {
            return;
        }
        if (!raw.startsWith("\\u", at)) {
            throw new BadJson("malformed escaped surrogate pair");
        }
        at += 2;
        char second = fourHex();
        if (!Character.isLowSurrogate(second)) {
            throw new BadJson("second half of escaped surrogate pair is not trailing surrogate");
        }
        out.append(second);
    }

    private char fourHex() throws BadJson {
        if (at + 4 > raw.length()) {
            throw new BadJson("quoted string ends within \\u escape");
        }
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = raw.charAt(at) > 0x7f ? -1 : Character.digit(raw.charAt(at), 16);
            if (digit < 0) {
                throw new BadJson("malformed \\u escape");
            }
            value = value << 4 | digit;
        }
        if (value == 0) {
            throw new BadJson("null bytes not supported in quoted strings");
        }
        return (char) value;
    }
}
