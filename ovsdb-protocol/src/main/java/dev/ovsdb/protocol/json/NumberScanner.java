package dev.ovsdb.protocol.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON number as Open vSwitch does: a number that is integral and fits 64 bits is an integer however it is
 * spelled ({@code 1.0}, {@code 1e3}, {@code -0}), anything else is a real. A real beyond the range of a double is an error, and
 * so is one so near to zero that it loses digits; one that becomes zero is not. The exact value counts as long as its digits
 * fit 64 bits; longer ones make it a real.
 */
final class NumberScanner {
    /** The largest significand that takes another digit. */
    private static final long MOST = Long.divideUnsigned(-1L, 10);

    private static final int LARGEST_EXPONENT = Integer.MAX_VALUE / 10;
    /** No double has more decimal digits than this. */
    private static final int LONGEST_EXACT = 1100;

    private final byte[] text;
    private final int from;
    private final int end;
    private int at;
    private boolean negative;
    private long significand; // Unsigned.
    private long power;
    private boolean imprecise;

    boolean integer;
    long longValue;
    double doubleValue;

    private NumberScanner(byte[] text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.at = from;
    }

    /** Scans the number at this place; {@link #end()} is behind it. Problems are thrown with offsets from {@code base}. */
    static NumberScanner scan(byte[] text, int from, int end, int base) {
        NumberScanner scanner = new NumberScanner(text, from, end);
        String problem = scanner.parse();
        if (problem != null) {
            throw new JsonSyntaxException(problem, scanner.at - base);
        }
        return scanner;
    }

    int end() {
        return at;
    }

    private @Nullable String parse() {
        negative = at < end && text[at] == '-';
        if (negative) {
            at++;
        }
        if (!digitHere()) {
            return "expected a digit in a number";
        }
        if (text[at] == '0' && at + 1 < end && isDigit(text[at + 1])) {
            return "a number has a leading zero";
        }
        integerDigits();
        if (at < end && text[at] == '.') {
            at++;
            if (!digitHere()) {
                return "expected a digit after the decimal point";
            }
            fractionDigits();
        }
        if (at < end && (text[at] | 0x20) == 'e') {
            at++;
            String problem = exponent();
            if (problem != null) {
                return problem;
            }
        }
        return evaluate();
    }

    private void integerDigits() {
        for (; digitHere(); at++) {
            if (!takeDigit()) {
                power++;
            }
        }
    }

    private void fractionDigits() {
        for (; digitHere(); at++) {
            if (takeDigit()) {
                power--;
            }
        }
    }

    private boolean takeDigit() {
        int digit = text[at] - '0';
        boolean fits = Long.compareUnsigned(significand, MOST) < 0 || significand == MOST && digit <= 5;
        if (fits) {
            significand = significand * 10 + digit;
        } else {
            imprecise |= digit != 0;
        }
        return fits;
    }

    private @Nullable String exponent() {
        boolean down = at < end && text[at] == '-';
        if (down || at < end && text[at] == '+') {
            at++;
        }
        if (!digitHere()) {
            return "expected a digit in an exponent";
        }
        long exponent = 0;
        for (; digitHere(); at++) {
            if (exponent >= LARGEST_EXPONENT) {
                return "an exponent is out of range";
            }
            exponent = exponent * 10 + (text[at] - '0');
        }
        power += down ? -exponent : exponent;
        return null;
    }

    private @Nullable String evaluate() {
        if (significand == 0) {
            integer = true;
            return null;
        }
        if (!imprecise && isInteger()) {
            integer = true;
            doubleValue = longValue;
            return null;
        }
        return real();
    }

    private boolean isInteger() {
        long value = significand;
        long shift = power;
        for (; shift > 0 && Long.compareUnsigned(value, MOST) < 0; shift--) {
            value *= 10;
        }
        for (; shift < 0 && Long.remainderUnsigned(value, 10) == 0; shift++) {
            value = Long.divideUnsigned(value, 10);
        }
        boolean fits = value >= 0 || negative && value == Long.MIN_VALUE;
        longValue = negative ? -value : value;
        return shift == 0 && fits;
    }

    private @Nullable String real() {
        String literal = new String(text, from, at - from, StandardCharsets.ISO_8859_1);
        doubleValue = Double.parseDouble(literal);
        boolean outside = Double.isInfinite(doubleValue)
                || doubleValue != 0 && Math.abs(doubleValue) < Double.MIN_NORMAL && !isExact(literal, doubleValue);
        return outside ? "a number is outside the range of a real" : null;
    }

    private static boolean isExact(String literal, double value) {
        return literal.length() <= LONGEST_EXACT && new BigDecimal(literal).compareTo(new BigDecimal(value)) == 0;
    }

    private boolean digitHere() {
        return at < end && isDigit(text[at]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
