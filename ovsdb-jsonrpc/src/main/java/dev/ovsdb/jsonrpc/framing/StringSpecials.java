package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.MalformedMessageException;

/**
 * The rare parts of a string: escapes, and characters of several bytes. Takes one byte at a time.
 *
 * <p>Refused are control characters, unknown escapes, the escaped NUL character, half a surrogate pair, and text that is not
 * UTF-8 (overlong forms and encoded surrogates too).
 */
final class StringSpecials {
    private static final int NONE = 0;
    private static final int ESCAPE = 1; // Behind a backslash.
    private static final int HEX = 2; // Inside the four digits.
    private static final int LOW_BACKSLASH = 3; // Behind a high surrogate.
    private static final int LOW_U = 4;
    private static final int CONTINUATION = 5;

    private final boolean checkUtf8;
    private int state;
    private int digits;
    private int unit;
    private boolean lowExpected;
    private int continuations;
    private int lowest; // Range of the next continuation byte.
    private int highest;

    StringSpecials(boolean checkUtf8) {
        this.checkUtf8 = checkUtf8;
    }

    boolean isOpen() {
        return state != NONE;
    }

    /** Takes the first byte: a backslash, a control character or a byte that is not ASCII. */
    void begin(byte b, long offset) {
        if (b == '\\') {
            state = ESCAPE;
            lowExpected = false;
        } else if (b >= 0) {
            throw malformed(String.format("control character 0x%02x in a string", b), offset);
        } else if (checkUtf8) {
            lead(b & 0xFF, offset);
        }
    }

    /** Takes the next byte and tells whether more are expected. */
    boolean next(byte b, long offset) {
        switch (state) {
            case ESCAPE -> escape(b, offset);
            case HEX -> hex(b, offset);
            case LOW_BACKSLASH -> expect('\\', b, LOW_U, offset);
            case LOW_U -> {
                expect('u', b, HEX, offset);
                digits = 4;
                unit = 0;
            }
            default -> continuation(b & 0xFF, offset);
        }
        return state != NONE;
    }

    private void escape(byte b, long offset) {
        switch (b) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> state = NONE;
            case 'u' -> {
                state = HEX;
                digits = 4;
                unit = 0;
            }
            default -> throw malformed("unknown escape in a string", offset);
        }
    }

    private void hex(byte b, long offset) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            throw malformed("expected a hexadecimal digit in a string", offset);
        }
        unit = unit << 4 | digit;
        digits--;
        if (digits == 0) {
            unit(offset);
        }
    }

    private void unit(long offset) {
        char c = (char) unit;
        if (c == 0) {
            throw malformed("escaped NUL character in a string", offset);
        }
        if (lowExpected != Character.isLowSurrogate(c)) {
            throw loneSurrogate(offset);
        }
        lowExpected = Character.isHighSurrogate(c);
        state = lowExpected ? LOW_BACKSLASH : NONE;
    }

    private void expect(char wanted, byte b, int then, long offset) {
        if (b != wanted) {
            throw loneSurrogate(offset);
        }
        state = then;
    }

    private void lead(int b, long offset) {
        lowest = 0x80;
        highest = 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            continuations = 1;
        } else if ((b & 0xF0) == 0xE0) {
            continuations = 2;
            lowest = b == 0xE0 ? 0xA0 : lowest; // Less would be overlong.
            highest = b == 0xED ? 0x9F : highest; // More would be a surrogate.
        } else if (b >= 0xF0 && b <= 0xF4) {
            continuations = 3;
            lowest = b == 0xF0 ? 0x90 : lowest;
            highest = b == 0xF4 ? 0x8F : highest; // More would be beyond U+10FFFF.
        } else {
            throw notUtf8(offset);
        }
        state = CONTINUATION;
    }

    private void continuation(int b, long offset) {
        if (b < lowest || b > highest) {
            throw notUtf8(offset);
        }
        lowest = 0x80;
        highest = 0xBF;
        continuations--;
        if (continuations == 0) {
            state = NONE;
        }
    }

    private static MalformedMessageException loneSurrogate(long offset) {
        return malformed("lone surrogate in a string", offset);
    }

    private static MalformedMessageException notUtf8(long offset) {
        return malformed("not UTF-8", offset);
    }

    private static MalformedMessageException malformed(String reason, long offset) {
        return new MalformedMessageException(reason, offset);
    }
}
