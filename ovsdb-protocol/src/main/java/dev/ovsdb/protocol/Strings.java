package dev.ovsdb.protocol;

/** What OVSDB accepts as a string and as an {@code <id>}. */
final class Strings {
    private Strings() {}

    static String requireTransmissible(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("a string must not hold U+0000, found at index " + i);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isSupplementaryCodePoint(value.codePointAt(i))) {
                    throw new IllegalArgumentException("a string holds half a surrogate pair at index " + i);
                }
                i++;
            }
        }
        return value;
    }

    static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
