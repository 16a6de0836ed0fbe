package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON from characters by recursive descent: RFC 8259 with the reference's rules about strings and numbers (E7, E8). */
final class PlainJson {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern NUMBER_BEGUN =
            Pattern.compile("-?|-?(0|[1-9][0-9]*)([.][0-9]*)?|-?(0|[1-9][0-9]*)([.][0-9]+)?[eE][-+]?[0-9]*");
    private static final BigDecimal SMALLEST_NORMAL = new BigDecimal(Double.MIN_NORMAL);

    /** The text is no JSON, whatever follows. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The text may become JSON when more follows. */
    static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What follows the characters. */
    enum Rest {
        NOTHING,
        PART_OF_A_CHARACTER,
        NO_CHARACTER
    }

    interface MemberReader {
        void read(String name, int level);
    }

    private final String text;
    private final Rest rest;
    private final int maxNesting;
    private int at;

    /** @param rest what follows the text */
    PlainJson(String text, Rest rest, int maxNesting) {
        this.text = text;
        this.rest = rest;
        this.maxNesting = maxNesting;
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new Malformed();
        }
    }

    /** Whether there is something behind the white space. */
    boolean skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        require(at < text.length() || rest == Rest.NOTHING);
        return at < text.length();
    }

    private char peek() {
        if (at == text.length()) {
            require(rest == Rest.NOTHING);
            throw new Incomplete();
        }
        return text.charAt(at);
    }

    /** Only here may a character be of more than one byte, and so be cut. */
    private char nextInString() {
        if (at == text.length() && rest == Rest.PART_OF_A_CHARACTER) {
            throw new Incomplete();
        }
        return next();
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char nextToken() {
        skipSpace();
        return next();
    }

    private char peekToken() {
        skipSpace();
        return peek();
    }

    /** An object at this level of nesting, whose members have one of the names; null allows all. */
    void members(int level, MemberReader reader, @Nullable List<String> names) {
        require(nextToken() == '{' && level <= maxNesting);
        if (peekToken() == '}') {
            at++;
            return;
        }
        do {
            require(nextToken() == '"');
            String name = string();
            require(names == null || names.contains(name));
            require(nextToken() == ':');
            reader.read(name, level + 1);
        } while (isComma('}'));
    }

    private boolean isComma(char end) {
        char c = nextToken();
        require(c == ',' || c == end);
        return c == ',';
    }

    /** A value whose containers are at this level of nesting. */
    JsonValue value(int level) {
        return switch (peekToken()) {
            case '{' -> object(level);
            case '[' -> array(level);
            case '"' -> {
                at++;
                yield JsonValue.of(string());
            }
            case 't' -> literal("true", JsonValue.of(true));
            case 'f' -> literal("false", JsonValue.of(false));
            case 'n' -> literal("null", JsonValue.ofNull());
            default -> number();
        };
    }

    private JsonValue object(int level) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members(level, (name, inner) -> members.put(name, value(inner)), null);
        return JsonValue.object(members);
    }

    private JsonValue array(int level) {
        at++;
        require(level <= maxNesting);
        List<JsonValue> elements = new ArrayList<>();
        if (peekToken() == ']') {
            at++;
            return JsonValue.array(elements);
        }
        do {
            elements.add(value(level + 1));
        } while (isComma(']'));
        return JsonValue.array(elements);
    }

    private JsonValue literal(String literal, JsonValue value) {
        for (char c : literal.toCharArray()) {
            require(next() == c);
        }
        return value;
    }

    private JsonValue number() {
        int end = at;
        while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String run = text.substring(at, end);
        Matcher number = NUMBER.matcher(run);
        if (end == text.length() && NUMBER_BEGUN.matcher(run).matches()) {
            at = end;
            peek(); // Says how it ends.
        }
        require(number.matches());
        at = end;
        return value(run);
    }

    private static JsonValue value(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        require(exponent < 0 || isShort(number.substring(exponent + 1)));
        double value = Double.parseDouble(number);
        require(Double.isFinite(value));
        if (value == 0) { // Too small a number is zero.
            return JsonValue.of(0);
        }
        if (Math.abs(value) < Double.MIN_NORMAL) { // Only what a double holds exactly.
            BigDecimal exact = new BigDecimal(number);
            require(exact.abs().compareTo(SMALLEST_NORMAL) >= 0 || exact.compareTo(new BigDecimal(value)) == 0);
        }
        if (value == Math.rint(value) && Math.abs(value) < 0x1p64) {
            BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
            if (exact.scale() <= 0 && exact.toBigIntegerExact().bitLength() < 64) {
                return JsonValue.of(exact.longValueExact());
            }
        }
        return JsonValue.of(value);
    }

    /** Before each digit, what was read must be below a tenth of the largest int: not a round limit, but the reference's. */
    private static boolean isShort(String exponent) {
        BigInteger butTheLastDigit = new BigInteger(exponent).abs().divide(BigInteger.TEN);
        return butTheLastDigit.compareTo(BigInteger.valueOf(Integer.MAX_VALUE / 10)) < 0;
    }

    /** Behind the quote that opens it. */
    private String string() {
        var out = new StringBuilder();
        for (char c = nextInString(); c != '"'; c = nextInString()) {
            require(c >= ' ');
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = next();
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(plain));
            return;
        }
        require(c == 'u');
        char unit = unit();
        require(unit != 0 && !Character.isLowSurrogate(unit));
        out.append(unit);
        if (Character.isHighSurrogate(unit)) {
            require(next() == '\\');
            require(next() == 'u');
            char low = unit();
            require(Character.isLowSurrogate(low));
            out.append(low);
        }
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789abcdef".indexOf(Character.toLowerCase(next()));
            require(digit >= 0);
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
