package dev.ovsdb.codegen.doc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the XML of a documentation. It fetches nothing: a document type, and with it every entity of its own, is refused. */
final class DocumentationReader {
    private final Documentation documentation = new Documentation();

    Documentation read(byte[] xml) {
        Element root = root(xml);
        if (!root.getTagName().equals("database")) {
            throw new DocumentationException("", "expected an element database at the top, found " + root.getTagName());
        }
        documentation.add("", Blocks.of(root));
        for (Element table : children(root)) {
            if (table.getTagName().equals("table") && table.hasAttribute("name")) {
                String name = table.getAttribute("name");
                documentation.add(name, Blocks.of(table));
                columns(name, table);
            }
        }
        return documentation;
    }

    private void columns(String table, Element parent) {
        for (Element element : children(parent)) {
            if (element.getTagName().equals("group")) {
                columns(table, element);
            } else if (element.getTagName().equals("column") && element.hasAttribute("name")) {
                documentation.add(table + "." + element.getAttribute("name"), column(element));
            }
        }
    }

    /** What is said of a key of a map is one more item of what is said of its column. */
    private static List<String> column(Element column) {
        List<String> blocks = Blocks.of(column);
        if (!column.hasAttribute("key")) {
            return blocks;
        }
        String text = String.join(" ", blocks).strip();
        return List.of("Key " + Html.code(column.getAttribute("key")) + (text.isEmpty() ? "." : ": " + text));
    }

    static List<Element> children(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXParseException e) {
            throw new DocumentationException(
                    "line " + e.getLineNumber() + ", column " + e.getColumnNumber(), "not XML: " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new DocumentationException("", "not XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JVM's XML parser cannot refuse document types", e);
        }
    }

    /** Prints nothing by itself, as the parser would. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {
            // As good as none.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
