package dev.ovsdb.server.text;

import java.util.Comparator;

/** The order of C's {@code strcmp} over UTF-8, which is the order of code points and not that of UTF-16. */
public final class NameOrder {
    public static final Comparator<String> BYTES = NameOrder::compare;

    private NameOrder() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Character.isSurrogate(a.charAt(i)) == Character.isSurrogate(b.charAt(i))
                        ? Character.compare(a.charAt(i), b.charAt(i))
                        : Boolean.compare(Character.isSurrogate(a.charAt(i)), Character.isSurrogate(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
