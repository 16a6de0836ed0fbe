package dev.ovsdb.cli.json;

import dev.ovsdb.cli.json.JsonArgument.BadJson;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonValue;
import java.math.BigDecimal;

/** A JSON number: an integer where the value is one of 64 bits, however it is written, else a real. */
final class JsonNumberText {
    /** No double and no long needs an exponent beyond this; it keeps {@link BigDecimal} from writing out millions of zeros. */
    private static final int GREATEST_EXPONENT = 5000;

    private final String text;
    private int at;

    private JsonNumberText(String text) {
        this.text = text;
    }

    static JsonValue parse(String text) throws BadJson {
        return new JsonNumberText(text).parse();
    }

    private JsonValue parse() throws BadJson {
        at += peek() == '-' ? 1 : 0;
        integerPart();
        if (peek() == '.') {
            at++;
            digits("decimal point must be followed by digit");
        }
        int significandEnd = at;
        if (peek() == 'e' || peek() == 'E') {
            exponent();
        }
        if (at < text.length()) {
            throw new BadJson("syntax error in number");
        }
        return value(text.substring(0, significandEnd), text.substring(significandEnd));
    }

    private void integerPart() throws BadJson {
        boolean zero = peek() == '0';
        int from = at;
        digits("'-' must be followed by digit");
        if (zero && at > from + 1) {
            throw new BadJson("leading zeros not allowed");
        }
    }

    private void exponent() throws BadJson {
        at++;
        at += peek() == '+' || peek() == '-' ? 1 : 0;
        int from = at;
        digits("exponent must contain at least one digit");
        String digits = text.substring(from, at).replaceFirst("^0+(?=.)", "");
        if (digits.length() > 9 && (digits.length() > 10 || digits.charAt(0) >= '2')) {
            throw new BadJson("exponent outside valid range");
        }
    }

    private void digits(String otherwise) throws BadJson {
        if (!isDigit(peek())) {
            throw new BadJson(otherwise);
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static JsonValue value(String significand, String exponent) throws BadJson {
        BigDecimal digits = new BigDecimal(significand);
        if (digits.signum() == 0) {
            return new JsonInteger(0);
        }
        double real = Double.parseDouble(significand + exponent);
        if (Double.isInfinite(real) || real != 0 && Math.abs(real) < Double.MIN_NORMAL) {
            throw new BadJson("number outside valid range");
        }
        long power =
                exponent.isEmpty() ? 0 : Long.parseLong(exponent.substring(1).replaceFirst("^\\+", ""));
        if (real == 0 || Math.abs(power) > GREATEST_EXPONENT) {
            return JsonValue.of(real);
        }
        return integer(digits.scaleByPowerOfTen((int) power), real);
    }

    private static JsonValue integer(BigDecimal exact, double real) {
        BigDecimal stripped = exact.stripTrailingZeros();
        boolean fits = stripped.scale() <= 0
                && stripped.precision() - stripped.scale() <= 19
                && stripped.toBigIntegerExact().bitLength() < Long.SIZE;
        return fits ? new JsonInteger(stripped.longValueExact()) : JsonValue.of(real);
    }
}
