package dev.ovsdb.protocol.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints reals as C's {@code %.15g} where that reads back as the same number, else as {@code %.17g}. Never
 * {@link Double#toString}: its digits differ between JDKs. (Open vSwitch always prints 15 digits and so loses some.)
 */
final class Reals {
    private static final double EXACT_INTEGERS = 1e15;

    private Reals() {}

    static String toString(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        String short15 = print(value, 15);
        return Double.parseDouble(short15) == value ? short15 : print(value, 17);
    }

    private static String print(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        String figures = rounded.unscaledValue().abs().toString();
        int exponent = figures.length() - 1 - rounded.scale();
        figures = withoutTrailingZeros(figures);
        StringBuilder out = new StringBuilder(26);
        if (value < 0) {
            out.append('-');
        }
        if (exponent < -4 || exponent >= digits) {
            scientific(out, figures, exponent);
        } else {
            plain(out, figures, exponent);
        }
        return out.toString();
    }

    private static String withoutTrailingZeros(String figures) {
        int end = figures.length();
        while (end > 1 && figures.charAt(end - 1) == '0') {
            end--;
        }
        return figures.substring(0, end);
    }

    private static void scientific(StringBuilder out, String figures, int exponent) {
        out.append(figures.charAt(0));
        if (figures.length() > 1) {
            out.append('.').append(figures, 1, figures.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size < 10) {
            out.append('0');
        }
        out.append(size);
    }

    private static void plain(StringBuilder out, String figures, int exponent) {
        if (exponent < 0) {
            out.append("0.").append("0".repeat(-exponent - 1)).append(figures);
        } else if (figures.length() <= exponent + 1) {
            out.append(figures).append("0".repeat(exponent + 1 - figures.length()));
        } else {
            out.append(figures, 0, exponent + 1).append('.').append(figures, exponent + 1, figures.length());
        }
    }
}
