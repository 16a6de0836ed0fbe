package dev.ovsdb.conformance.report;

/** Text inside XML and HTML. */
final class Markup {
    private Markup() {}

    /** The text with what means something to a parser escaped; characters that XML cannot hold become {@code ?}. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isXml(c) ? c : '?');
        }
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c != 0xfffe && c != 0xffff;
    }
}
