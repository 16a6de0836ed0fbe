package dev.ovsdb.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTML table. A row's UUID becomes an anchor, and every UUID elsewhere a link to it, both shown by 8 digits. */
final class HtmlLayout implements TableFormat.Layout {
    private static final int SHOWN = 8;
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Override
    public void print(Table table, TableStyle style, Page page) {
        if (table.isTimestamped()) {
            page.line(page.now());
        }
        page.line("<table border=1>");
        table.caption().ifPresent(text -> page.line(element("caption", text)));
        if (style.headings()) {
            page.line("  <tr>");
            table.headings().forEach(name -> page.line(element("th", name)));
            page.line("  </tr>");
        }
        for (List<Cell> row : table.rows()) {
            page.line("  <tr>");
            for (int x = 0; x < row.size(); x++) {
                cell(table.headings().get(x), row.get(x).text(style.data()), page);
            }
            page.line("  </tr>");
        }
        page.line("</table>");
    }

    private static void cell(String heading, String text, Page page) {
        if (!heading.equals("_uuid")) {
            page.line(element("td", text));
            return;
        }
        page.print("    <td><a name=\"" + escaped(text) + "\">");
        byte[] shown = escapedPrefix(text);
        page.print(shown, shown.length);
        page.line("</a></td>");
    }

    private static String element(String tag, String text) {
        StringBuilder linked = new StringBuilder();
        Matcher uuids = UUID.matcher(text);
        int from = 0;
        while (uuids.find()) {
            linked.append(escaped(text.substring(from, uuids.start())));
            linked.append("<a href=\"#").append(uuids.group()).append("\">");
            linked.append(uuids.group(), 0, SHOWN).append("</a>");
            from = uuids.end();
        }
        linked.append(escaped(text.substring(from)));
        return "    <" + tag + ">" + linked + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The first bytes, each escaped; an empty text, as a deleted row has it, has none. */
    private static byte[] escapedPrefix(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String prefix = new String(utf8, 0, Math.min(SHOWN, utf8.length), StandardCharsets.ISO_8859_1);
        return escaped(prefix).getBytes(StandardCharsets.ISO_8859_1);
    }
}
