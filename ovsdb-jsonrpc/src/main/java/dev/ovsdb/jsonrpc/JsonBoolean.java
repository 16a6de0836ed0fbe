package dev.ovsdb.jsonrpc;

/** {@code true} or {@code false}. */
public enum JsonBoolean implements JsonValue {
    FALSE,
    TRUE;

    public boolean value() {
        return this == TRUE;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(value());
    }

    @Override
    public String toString() {
        return Boolean.toString(value());
    }
}
