package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes over one number, or one of {@code true}, {@code false} and {@code null}, that may come in pieces. Only what is longer
 * than any usual number, or has an exponent, is looked at as a number.
 */
final class ScalarScanner {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    // Where in a number; only in the first four of them may it end.
    private static final int ZERO = 0;
    private static final int INTEGER = 1;
    private static final int FRACTION = 2;
    private static final int EXPONENT = 3;
    private static final int MINUS = 4;
    private static final int POINT = 5;
    private static final int E = 6;
    private static final int SIGN = 7;

    private static final int LONGEST = 64 * 1024;

    private byte[] begun = new byte[64]; // A number's bytes that came in pieces before this one, the first always.
    private int length; // Of these.
    private byte[] literal = NULL;
    private boolean inLiteral;
    private int matched;
    private int part;
    private boolean open;

    /** Takes the first byte: a digit, a minus, or the first letter of a literal. */
    void begin(byte b) {
        open = true;
        inLiteral = b >= 'a';
        if (inLiteral) {
            literal = b == 't' ? TRUE : b == 'f' ? FALSE : NULL;
            matched = 1;
        } else {
            part = b == '-' ? MINUS : b == '0' ? ZERO : INTEGER;
            begun[0] = b;
            length = 1;
        }
    }

    /** Whether the end was not found yet. */
    boolean isOpen() {
        return open;
    }

    /** Goes on. A number ends before the first byte that is none of its own, so its end is known one byte late. */
    int scan(byte[] bytes, int from, int to, long offset) {
        return inLiteral ? literal(bytes, from, to, offset) : number(bytes, from, to, offset);
    }

    private int literal(byte[] bytes, int from, int to, long offset) {
        int at = from;
        while (at < to && matched < literal.length) {
            if (bytes[at] != literal[matched]) {
                throw ValueScanner.unexpected(
                        bytes[at], offset + at, "\"" + new String(literal, StandardCharsets.US_ASCII) + "\"");
            }
            at++;
            matched++;
        }
        open = matched < literal.length;
        return at;
    }

    private int number(byte[] bytes, int from, int to, long offset) {
        for (int at = from; at < to; at++) {
            int next = next(bytes[at]);
            if (next < 0) {
                if (part > EXPONENT || isDigit(bytes[at])) {
                    throw new MalformedMessageException("malformed number", offset + at);
                }
                open = false;
                if (NumberRange.isDoubtful(length + at - from, part == EXPONENT)) {
                    keep(bytes, from, at, offset);
                    checkRange(offset + at);
                }
                return at;
            }
            part = next;
        }
        keep(bytes, from, to, offset);
        return to;
    }

    private void keep(byte[] bytes, int from, int to, long offset) {
        int more = to - from;
        if (more > LONGEST - length) {
            throw new MalformedMessageException("a number of more than " + LONGEST + " bytes", offset + from);
        }
        if (begun.length - length < more) {
            begun = Arrays.copyOf(begun, Math.min(LONGEST, 2 * (length + more)));
        }
        System.arraycopy(bytes, from, begun, length, more);
        length += more;
    }

    private void checkRange(long end) {
        String fault = NumberRange.fault(new String(begun, 0, length, StandardCharsets.US_ASCII));
        if (fault != null) {
            throw new MalformedMessageException(fault, end);
        }
    }

    /** The part that a byte leads to, or -1 if it is not part of this number. */
    private int next(byte b) {
        if (isDigit(b)) {
            return digit(b);
        }
        return switch (b) {
            case '.' -> part == ZERO || part == INTEGER ? POINT : -1;
            case 'e', 'E' -> part <= FRACTION ? E : -1;
            case '+', '-' -> part == E ? SIGN : -1;
            default -> -1;
        };
    }

    private int digit(byte b) {
        return switch (part) {
            case ZERO -> -1;
            case MINUS -> b == '0' ? ZERO : INTEGER;
            case POINT -> FRACTION;
            case E, SIGN -> EXPONENT;
            default -> part;
        };
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
