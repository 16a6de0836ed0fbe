package dev.ovsdb.jsonrpc;

/** A finite number that is no integer of 64 bits; {@link JsonValue#of(double)} chooses. */
public record JsonReal(double value) implements JsonNumber {
    /** @throws IllegalArgumentException if the value is not finite, or an integer of 64 bits */
    public JsonReal {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a JSON number must be finite, was " + value);
        }
        if (isInteger(value)) {
            throw new IllegalArgumentException(value + " is an integer; use JsonValue.of(double)");
        }
    }

    /** Whether a double stands for an integer of 64 bits; 2^63 itself does not fit. */
    static boolean isInteger(double value) {
        return value >= -0x1p63 && value < 0x1p63 && value == Math.rint(value);
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public void appendTo(StringBuilder out) {
        RealText.append(out, value);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(24);
        appendTo(out);
        return out.toString();
    }
}
