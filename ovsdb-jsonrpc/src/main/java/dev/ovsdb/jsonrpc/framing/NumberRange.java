package dev.ovsdb.jsonrpc.framing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number is one that JSON texts of Open vSwitch may have: where a double is too small or too large for it the text is
 * malformed, wherever the number stands. Nearly all numbers are so short that this needs no look at their digits.
 */
final class NumberRange {
    private static final int SURELY_WITHIN =
            200; // Digits that with an exponent of two digits stay far from either end.
    private static final int LARGEST_EXPONENT = Integer.MAX_VALUE / 10;
    private static final int LONGEST_EXACT = 1100; // No double has more digits than that.

    private NumberRange() {}

    /** Whether a number of this form has to be looked at. */
    static boolean isDoubtful(int length, boolean exponent) {
        return exponent || length > SURELY_WITHIN;
    }

    /** Says why a well-formed number is refused; null if it is not. */
    static @Nullable String fault(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (number.length() <= SURELY_WITHIN && number.length() - exponent <= 3 && exponent >= 0) {
            return null;
        }
        if (exponent >= 0 && isTooLong(number, exponent + 1)) {
            return "exponent outside valid range";
        }
        double value = Double.parseDouble(number);
        boolean outside = Double.isInfinite(value)
                || value != 0 && Math.abs(value) < Double.MIN_NORMAL && !isExact(number, value);
        return outside ? "number outside valid range" : null;
    }

    private static boolean isTooLong(String number, int from) {
        int at = Character.isDigit(number.charAt(from)) ? from : from + 1;
        long exponent = 0;
        for (; at < number.length(); at++) {
            if (exponent >= LARGEST_EXPONENT) {
                return true;
            }
            exponent = exponent * 10 + (number.charAt(at) - '0');
        }
        return false;
    }

    /** The reference refuses a subnormal number only if it is not the exact value of a double. */
    private static boolean isExact(String number, double value) {
        return number.length() <= LONGEST_EXACT && new BigDecimal(number).compareTo(new BigDecimal(value)) == 0;
    }
}
