package dev.ovsdb.jsonrpc;

import java.util.Objects;

/** A string. Its text escapes only {@code "}, {@code \} and control characters, as the reference prints it. */
public record JsonString(String value) implements JsonValue {
    /** @throws IllegalArgumentException if the text holds the NUL character or half a surrogate pair */
    public JsonString {
        Objects.requireNonNull(value);
        StringText.check(value);
    }

    @Override
    public void appendTo(StringBuilder out) {
        StringText.append(out, value);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(value.length() + 2);
        appendTo(out);
        return out.toString();
    }
}
