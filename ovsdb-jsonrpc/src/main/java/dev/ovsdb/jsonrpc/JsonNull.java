package dev.ovsdb.jsonrpc;

/** JSON's {@code null}. */
public enum JsonNull implements JsonValue {
    NULL;

    @Override
    public void appendTo(StringBuilder out) {
        out.append("null");
    }

    @Override
    public String toString() {
        return "null";
    }
}
