package dev.ovsdb.server.text;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonReal;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Prints JSON in one of the reference's three ways: with members sorted by name, the same over several lines, or with members
 * in the order of its hash tables.
 *
 * <p>Whole values go through the static methods; what is made piece by piece is printed through an instance, which is
 * confined to one thread.
 */
public final class JsonPrinter {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final StringBuilder out = new StringBuilder();
    private final Order order;
    private final boolean pretty;
    private int depth;
    private boolean first; // Nothing stands yet behind the innermost opening bracket.

    private enum Order {
        SORTED,
        HASHED,
        /** Sorted, and reals with 15 digits even if more are needed to tell them. */
        QUOTED
    }

    private JsonPrinter(Order order, boolean pretty) {
        this.order = order;
        this.pretty = pretty;
    }

    /** A printer that sorts members; if pretty, each has a line of its own, two spaces deeper at each level. */
    public JsonPrinter(boolean pretty) {
        this(Order.SORTED, pretty);
    }

    /** On one line, members sorted by the bytes of their names. */
    public static String sorted(JsonValue value) {
        return sorted(value, false);
    }

    /** Members sorted; see {@link #JsonPrinter(boolean)}. */
    public static String sorted(JsonValue value, boolean pretty) {
        JsonPrinter printer = new JsonPrinter(pretty);
        printer.value(value);
        return printer.toString();
    }

    /** On one line, as the {@code syntax} of an error quotes a request: sorted, reals with no more than 15 digits. */
    public static String quoted(JsonValue value) {
        JsonPrinter printer = new JsonPrinter(Order.QUOTED, false);
        printer.value(value);
        return printer.toString();
    }

    /** On one line, members in the order of the reference's hash tables. */
    public static String hashed(JsonValue value) {
        JsonPrinter printer = new JsonPrinter(Order.HASHED, false);
        printer.value(value);
        return printer.toString();
    }

    public void beginObject() {
        begin('{');
        newLine(); // Also in an empty object, as the reference does.
    }

    /** Begins a member; the caller sees to the order. */
    public void name(String name) {
        if (!first) {
            out.append(',');
            newLine();
        }
        first = false;
        new JsonString(name).appendTo(out);
        out.append(pretty ? ": " : ":");
    }

    public void endObject() {
        end('}');
    }

    public void beginArray() {
        begin('[');
    }

    /** Begins an element. */
    public void element() {
        if (!first) {
            out.append(',');
        }
        first = false;
        newLine();
    }

    public void endArray() {
        end(']');
    }

    /** A value that is neither object nor array, as its text. */
    public void leaf(String text) {
        out.append(text);
    }

    public void value(JsonValue value) {
        if (value instanceof JsonObject object) {
            beginObject();
            for (String name : ordered(object.members().keySet())) {
                name(name);
                value(object.get(name).orElseThrow());
            }
            endObject();
        } else if (value instanceof JsonArray array) {
            beginArray();
            for (JsonValue element : array) {
                element();
                value(element);
            }
            endArray();
        } else if (value instanceof JsonReal real && order == Order.QUOTED) {
            JsonValue.of(new BigDecimal(real.value()).round(FIFTEEN_DIGITS).doubleValue())
                    .appendTo(out);
        } else {
            value.appendTo(out);
        }
    }

    /** What was printed so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    private void begin(char bracket) {
        out.append(bracket);
        depth++;
        first = true;
    }

    /** Closing brackets stay on the last line. */
    private void end(char bracket) {
        depth--;
        out.append(bracket);
        first = false;
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private List<String> ordered(Collection<String> names) {
        if (order == Order.HASHED) {
            return HashOrder.of(names);
        }
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(NameOrder.BYTES);
        return sorted;
    }
}
