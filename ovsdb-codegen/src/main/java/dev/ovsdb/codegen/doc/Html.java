package dev.ovsdb.codegen.doc;

/** Text as HTML that can stand in a Javadoc comment. */
public final class Html {
    private Html() {}

    /**
     * Escapes what HTML, Javadoc or the compiler would take for something else: also the end of a comment, tags of Javadoc and the
     * escapes of Unicode, which count in comments too.
     */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@', '\\', '*', '{', '}' -> reference(out, point);
                default -> {
                    if (point >= ' ' && point < 127) {
                        out.append((char) point);
                    } else if (Character.isWhitespace(point)) {
                        out.append(' ');
                    } else if (point >= 0xa0
                            && Character.isDefined(point)
                            && Character.getType(point) != Character.SURROGATE) {
                        reference(out, point);
                    }
                }
            }
        });
        return out.toString();
    }

    private static void reference(StringBuilder out, int point) {
        out.append("&#").append(point).append(';');
    }

    /** Text in the typeface of code. */
    public static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }
}
