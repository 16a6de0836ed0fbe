package dev.ovsdb.jsonrpc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints a real as C's {@code %.15g} does, and with more digits where those would read back as another number.
 *
 * <p>Never by {@link Double#toString(double)}, whose digits differ between versions of the JDK.
 */
final class RealText {
    /** 17 digits tell every double; 2^63 needs 19, since with 17 its text is that of an integer of 64 bits. */
    private static final int[] DIGITS = {15, 17, 19};

    private RealText() {}

    static void append(StringBuilder out, double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits : DIGITS) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (digits == 19 || rounded.doubleValue() == value && !isBelow2To63(rounded, value)) {
                append(out, rounded.stripTrailingZeros(), digits);
                return;
            }
        }
    }

    private static boolean isBelow2To63(BigDecimal rounded, double value) {
        return value == 0x1p63 && rounded.compareTo(new BigDecimal(value)) < 0;
    }

    private static void append(StringBuilder out, BigDecimal rounded, int digits) {
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            appendScientific(out, rounded, exponent);
        } else {
            out.append(rounded.toPlainString());
        }
    }

    private static void appendScientific(StringBuilder out, BigDecimal value, int exponent) {
        String significand = value.unscaledValue().abs().toString();
        if (value.signum() < 0) {
            out.append('-');
        }
        out.append(significand.charAt(0));
        if (significand.length() > 1) {
            out.append('.').append(significand, 1, significand.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        out.append(magnitude < 10 ? "0" : "").append(magnitude); // C prints two digits at least.
    }
}
