package dev.ovsdb.jsonrpc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints a real as C's {@code %.15g} does, and with 17 digits where 15 would read back as another number.
 *
 * <p>Never by {@link Double#toString(double)}, whose digits differ between versions of the JDK.
 */
final class RealText {
    private static final MathContext SHORT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final MathContext EXACT = new MathContext(17, RoundingMode.HALF_EVEN);

    private RealText() {}

    static void append(StringBuilder out, double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(SHORT);
        int digits = SHORT.getPrecision();
        if (rounded.doubleValue() != value) {
            rounded = exact.round(EXACT);
            digits = EXACT.getPrecision();
        }
        rounded = rounded.stripTrailingZeros();
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
