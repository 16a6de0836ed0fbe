package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.MalformedMessageException;

/**
 * Finds the end of one JSON value in bytes that come in any pieces, and checks on the way that it is well-formed.
 *
 * <p>One pass, no allocation, no look back: what a later piece needs to know is in a few fields, so a piece may end anywhere,
 * even inside an escape or a character. The grammar is checked here and nowhere else, so that whoever reads a body later,
 * or throws it away, needs no opinion on it. Strings, which are most of a message, are passed over eight bytes at a time.
 */
final class ValueScanner {
    private static final int VALUE = 0;
    private static final int VALUE_OR_END = 1; // Behind '['.
    private static final int NAME_OR_END = 2; // Behind '{'.
    private static final int NAME = 3; // Behind ',' in an object.
    private static final int COLON = 4;
    private static final int AFTER = 5; // Behind a value in a container.
    private static final int STRING = 6;
    private static final int SPECIAL = 7; // Inside an escape or a character of several bytes.
    private static final int SCALAR = 8; // Inside a number or literal.
    private static final int DONE = 9;

    private final int maxNesting;
    private final long[] objects; // Bit per level: whether that container is an object.
    private final StringSpecials specials;
    private final ScalarScanner scalar = new ScalarScanner();

    private int state = DONE;
    private int behindString; // COLON behind a name, else what follows a value.
    private int depth;
    private int baseDepth;
    private boolean inObject;
    private long offset; // Of index 0 of the piece, in the stream.

    ValueScanner(FramingLimits limits) {
        maxNesting = limits.maxNesting();
        objects = new long[(maxNesting >>> 6) + 1];
        specials = new StringSpecials(limits.checkUtf8());
    }

    /** Prepares for a value inside so many containers. */
    void begin(int levels) {
        state = VALUE;
        baseDepth = levels;
        depth = levels;
    }

    boolean isDone() {
        return state == DONE;
    }

    /** Says where in the stream index 0 of the next piece is, for messages. */
    void offset(long streamOffset) {
        offset = streamOffset;
    }

    /**
     * Goes on with the value.
     *
     * @return the index behind its last byte if {@link #isDone()} afterwards, else {@code to}
     */
    int scan(byte[] bytes, int from, int to) {
        int at = from;
        int now = state;
        while (at < to && now != DONE) {
            if (now == STRING) {
                at = PlainText.end(bytes, at, to);
                if (at < to && bytes[at] != '"') {
                    now = special(bytes, at);
                    at++;
                } else if (at < to - 2 && bytes[at + 2] == '"' && leadsToString(bytes[at + 1])) {
                    at += 3;
                } else if (at < to) {
                    now = behindString;
                    at++;
                }
            } else if (now < STRING) {
                byte b = bytes[at++];
                if (b > ' ' || !isSpace(b)) {
                    now = structure(now, b, at - 1);
                }
            } else if (now == SCALAR) {
                at = scalar.scan(bytes, at, to, offset);
                now = scalar.isOpen() ? SCALAR : behindValue();
            } else {
                now = specials.next(bytes[at], offset + at) ? SPECIAL : STRING;
                at++;
            }
        }
        state = now;
        return at;
    }

    /** Whether one byte between two strings is right. Most strings lead straight to another, so this saves two detours. */
    private boolean leadsToString(byte between) {
        if (behindString == COLON && between == ':') {
            behindString = AFTER;
            return true;
        }
        if (behindString == AFTER && between == ',') {
            behindString = inObject ? COLON : AFTER;
            return true;
        }
        return false;
    }

    private int structure(int now, byte b, int at) {
        switch (now) {
            case AFTER:
                if (b == ',') {
                    return inObject ? NAME : VALUE;
                }
                return b == (inObject ? '}' : ']')
                        ? leave()
                        : unexpected(b, at, inObject ? "',' or '}'" : "',' or ']'");
            case COLON:
                return b == ':' ? VALUE : unexpected(b, at, "':'");
            case NAME_OR_END:
                if (b == '}') {
                    return leave();
                }
                return b == '"' ? string(COLON) : unexpected(b, at, "a name or '}'");
            case NAME:
                return b == '"' ? string(COLON) : unexpected(b, at, "a name");
            case VALUE_OR_END:
                return b == ']' ? leave() : value(b, at);
            default:
                return value(b, at);
        }
    }

    private int value(byte b, int at) {
        switch (b) {
            case '"':
                return string(behindValue());
            case '{':
                return enter(true, at);
            case '[':
                return enter(false, at);
            default:
                if (!scalar.begin(b)) {
                    return unexpected(b, at, "a value");
                }
                return SCALAR;
        }
    }

    private int string(int behind) {
        behindString = behind;
        return STRING;
    }

    private int behindValue() {
        return depth == baseDepth ? DONE : AFTER;
    }

    private int enter(boolean object, int at) {
        if (depth == maxNesting) {
            throw new MalformedMessageException("nested deeper than " + maxNesting + " levels", offset + at);
        }
        depth++;
        inObject = object;
        long bit = 1L << depth;
        objects[depth >>> 6] = object ? objects[depth >>> 6] | bit : objects[depth >>> 6] & ~bit;
        return object ? NAME_OR_END : VALUE_OR_END;
    }

    private int leave() {
        depth--;
        inObject = (objects[depth >>> 6] & 1L << depth) != 0;
        return behindValue();
    }

    private int special(byte[] bytes, int at) {
        specials.begin(bytes[at], offset + at);
        return specials.isOpen() ? SPECIAL : STRING;
    }

    private int unexpected(byte b, int at, String expected) {
        throw unexpected(b, offset + at, expected);
    }

    static MalformedMessageException unexpected(byte b, long offset, String expected) {
        return new MalformedMessageException("expected " + expected + ", found " + describe(b), offset);
    }

    private static String describe(byte b) {
        return b > ' ' && b < 0x7F ? "'" + (char) b + "'" : String.format("byte 0x%02x", b & 0xFF);
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }
}
