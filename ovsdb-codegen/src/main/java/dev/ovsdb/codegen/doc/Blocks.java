package dev.ovsdb.codegen.doc;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Turns the contents of an element into blocks of HTML. Lists within lists become text; drawings are left out. */
final class Blocks {
    /** What has a text of its own, and what cannot be text. */
    private static final List<String> OTHERS =
            List.of("table", "column", "group", "diagram", "svg", "img", "tbody", "tr");

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    private Blocks() {}

    static List<String> of(Element element) {
        Blocks blocks = new Blocks();
        blocks.contents(element);
        blocks.end();
        return blocks.blocks;
    }

    private void contents(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                paragraph.append(Html.escaped(text.getData()));
            } else if (child instanceof Element inner && !OTHERS.contains(inner.getTagName())) {
                element(inner);
            }
        }
    }

    private void element(Element element) {
        switch (element.getTagName()) {
            case "p", "pre", "h1", "h2", "h3", "h4", "blockquote", "div" -> {
                end();
                contents(element);
                end();
            }
            case "ul", "ol", "dl" -> {
                end();
                list(element);
            }
            default -> inline(paragraph, element);
        }
    }

    private void list(Element list) {
        List<String> items = new ArrayList<>();
        String term = "";
        for (Element item : DocumentationReader.children(list)) {
            StringBuilder text = new StringBuilder();
            inlines(text, item);
            String tidy = tidy(text);
            if (item.getTagName().equals("dt")) {
                term = term.isEmpty() ? tidy : term + ", " + tidy;
            } else {
                items.add("<li>" + (term.isEmpty() ? "" : term + ": ") + tidy + "</li>");
                term = "";
            }
        }
        if (!term.isEmpty()) {
            items.add("<li>" + term + "</li>");
        }
        if (!items.isEmpty()) {
            blocks.add("<ul>\n" + String.join("\n", items) + "\n</ul>");
        }
    }

    private static void inlines(StringBuilder out, Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                out.append(Html.escaped(text.getData()));
            } else if (child instanceof Element inner && !OTHERS.contains(inner.getTagName())) {
                inline(out, inner);
            }
        }
    }

    private static void inline(StringBuilder out, Element element) {
        switch (element.getTagName()) {
            case "code", "var", "tt", "literal" ->
                out.append(Html.code(tidy(new StringBuilder(element.getTextContent()))));
            case "ref" -> out.append(Html.code(reference(element)));
            case "p", "li", "dt", "dd", "ul", "ol", "dl", "br" -> {
                out.append(' ');
                inlines(out, element);
                out.append(' ');
            }
            default -> inlines(out, element);
        }
    }

    /** As {@code Bridge.other_config:mac-table-size}. */
    private static String reference(Element ref) {
        StringBuilder text = new StringBuilder(ref.getAttribute("table"));
        if (ref.hasAttribute("column")) {
            text.append(text.isEmpty() ? "" : ".").append(ref.getAttribute("column"));
        }
        if (ref.hasAttribute("key")) {
            text.append(text.isEmpty() ? "" : ":").append(ref.getAttribute("key"));
        }
        return text.toString();
    }

    private void end() {
        String text = tidy(paragraph);
        if (!text.isEmpty()) {
            blocks.add(text);
        }
        paragraph.setLength(0);
    }

    private static String tidy(StringBuilder text) {
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
