package dev.ovsdb.protocol.operation;

/** RFC 7047's {@code <id>}: a letter or underscore, then letters, digits and underscores. */
final class Identifiers {
    private Identifiers() {}

    static String require(String member, String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException(
                    member + " must be an <id> ([a-zA-Z_][a-zA-Z0-9_]*), was " + Quote.of(text));
        }
        return text;
    }

    static boolean isId(String text) {
        if (text.isEmpty() || !isStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isStart(c) && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
