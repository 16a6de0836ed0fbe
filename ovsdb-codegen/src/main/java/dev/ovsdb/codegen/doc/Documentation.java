package dev.ovsdb.codegen.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts about a database, its tables and columns, in blocks of HTML: paragraphs without tags, and lists. Immutable. */
public final class Documentation {
    /** No texts at all. */
    public static final Documentation NONE = new Documentation();

    private final Map<String, List<String>> texts = new LinkedHashMap<>(); // By table, or table and column.

    Documentation() {}

    /**
     * Reads XML: a {@code database} of {@code table}s with {@code column}s, in {@code group}s or not.
     *
     * @throws DocumentationException if it is not XML, or something else
     */
    public static Documentation parse(byte[] xml) {
        return new DocumentationReader().read(xml);
    }

    /** What is said of the database. */
    public List<String> database() {
        return of("");
    }

    /** What is said of a table. */
    public List<String> table(String table) {
        return of(table);
    }

    /** What is said of a column, and of the keys of a map. */
    public List<String> column(String table, String column) {
        return of(table + "." + column);
    }

    private List<String> of(String what) {
        return List.copyOf(texts.getOrDefault(what, List.of()));
    }

    void add(String what, List<String> blocks) {
        texts.computeIfAbsent(what, name -> new ArrayList<>()).addAll(blocks);
    }
}
