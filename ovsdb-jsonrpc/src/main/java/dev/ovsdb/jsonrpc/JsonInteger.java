package dev.ovsdb.jsonrpc;

/** An integer of 64 bits. {@code 1.0} and {@code 1e0} on the wire are this too. */
public record JsonInteger(long value) implements JsonNumber {
    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
