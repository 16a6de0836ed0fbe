package dev.ovsdb.jsonrpc;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of values. */
public record JsonArray(List<JsonValue> elements) implements JsonValue, Iterable<JsonValue> {
    /** The array without elements. */
    public static final JsonArray EMPTY = new JsonArray(List.of());

    /** @throws NullPointerException if an element is null; JSON's null is {@link JsonNull#NULL} */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    /** The number of elements. */
    public int size() {
        return elements.size();
    }

    /**
     * The element at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public JsonValue get(int index) {
        return elements.get(index);
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return elements.iterator();
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonValue element : elements) {
            out.append(separator);
            element.appendTo(out);
            separator = ",";
        }
        out.append(']');
    }

    /** As a record would have it, in a tenth of the stack: arrays come nested a thousand deep. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonArray array && elements.equals(array.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        appendTo(out);
        return out.toString();
    }
}
