package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.util.Arrays;

/**
 * Finds the end of one JSON value in bytes that come in any pieces, and checks on the way that it is well-formed.
 *
 * <p>One pass, no allocation, no look back: what a later piece needs to know is in a few fields, so a piece may end anywhere,
 * even inside an escape or a character. The grammar is checked here and nowhere else, so that whoever reads a body later,
 * or throws it away, needs no opinion on it. Strings, which are most of a message, are passed over eight bytes at a time.
 */
final class ValueScanner {
    // Between tokens: what may come next.
    private static final int VALUE = 0;
    private static final int VALUE_OR_END = 1; // Behind '['.
    private static final int NAME_OR_END = 2; // Behind '{'.
    private static final int NAME = 3; // Behind ',' in an object.
    private static final int COLON = 4;
    private static final int AFTER_ELEMENT = 5;
    private static final int AFTER_MEMBER = 6;
    // Inside tokens.
    private static final int STRING = 7;
    private static final int SPECIAL = 8; // Inside an escape or a character of several bytes.
    private static final int SCALAR = 9; // Inside a number or literal.
    private static final int DONE = 10;
    // What a byte between tokens leads to, where that is not simply another state.
    private static final int BEGIN_NAME = 11;
    private static final int BEGIN_STRING = 12;
    private static final int BEGIN_SCALAR = 13;
    private static final int ENTER_OBJECT = 14;
    private static final int ENTER_ARRAY = 15;
    private static final int LEAVE = 16;
    private static final int REFUSE = 17;

    private static final String[] EXPECTED = {
        "a value", "a value or ']'", "a name or '}'", "a name", "':'", "',' or ']'", "',' or '}'"
    };
    private static final byte[] MOVES = moves();

    private final int maxNesting;
    private final long[] objects; // Bit per level: whether that container is an object.
    private final StringSpecials specials;
    private final ScalarScanner scalar = new ScalarScanner();

    private int state = DONE;
    private int behindString; // COLON behind a name, else what follows the value.
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
                int move = MOVES[now << 8 | b & 0xFF];
                now = move < STRING ? move : move(now, move, b, at - 1);
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
        int behind = behindString;
        if (behind == COLON && between == ':') {
            behindString = AFTER_MEMBER;
            return true;
        }
        if (behind == AFTER_MEMBER && between == ',') {
            behindString = COLON;
            return true;
        }
        return behind == AFTER_ELEMENT && between == ',';
    }

    private int move(int from, int move, byte b, int at) {
        switch (move) {
            case BEGIN_NAME:
                behindString = COLON;
                return STRING;
            case BEGIN_STRING:
                behindString = behindValue();
                return STRING;
            case BEGIN_SCALAR:
                scalar.begin(b);
                return SCALAR;
            case ENTER_OBJECT:
                enter(true, at);
                return NAME_OR_END;
            case ENTER_ARRAY:
                enter(false, at);
                return VALUE_OR_END;
            case LEAVE:
                return leave();
            default:
                throw unexpected(b, offset + at, EXPECTED[from]);
        }
    }

    private int behindValue() {
        if (depth == baseDepth) {
            return DONE;
        }
        return inObject ? AFTER_MEMBER : AFTER_ELEMENT;
    }

    private void enter(boolean object, int at) {
        if (depth == maxNesting) {
            throw new MalformedMessageException("nested deeper than " + maxNesting + " levels", offset + at);
        }
        depth++;
        inObject = object;
        long bit = 1L << depth;
        objects[depth >>> 6] = object ? objects[depth >>> 6] | bit : objects[depth >>> 6] & ~bit;
    }

    private int leave() {
        depth--;
        inObject = (objects[depth >>> 6] & 1L << depth) != 0;
        return behindValue();
    }

    /** For each state between tokens, what each byte leads to. */
    private static byte[] moves() {
        byte[] moves = new byte[STRING << 8];
        Arrays.fill(moves, (byte) REFUSE);
        for (int state = 0; state < STRING; state++) {
            set(moves, state, " \t\n\r", state);
        }
        for (int state : new int[] {VALUE, VALUE_OR_END}) {
            set(moves, state, "\"", BEGIN_STRING);
            set(moves, state, "{", ENTER_OBJECT);
            set(moves, state, "[", ENTER_ARRAY);
            set(moves, state, "-0123456789tfn", BEGIN_SCALAR);
        }
        set(moves, VALUE_OR_END, "]", LEAVE);
        set(moves, NAME_OR_END, "\"", BEGIN_NAME);
        set(moves, NAME_OR_END, "}", LEAVE);
        set(moves, NAME, "\"", BEGIN_NAME);
        set(moves, COLON, ":", VALUE);
        set(moves, AFTER_ELEMENT, ",", VALUE);
        set(moves, AFTER_ELEMENT, "]", LEAVE);
        set(moves, AFTER_MEMBER, ",", NAME);
        set(moves, AFTER_MEMBER, "}", LEAVE);
        return moves;
    }

    private static void set(byte[] moves, int state, String bytes, int move) {
        bytes.chars().forEach(b -> moves[state << 8 | b] = (byte) move);
    }

    private int special(byte[] bytes, int at) {
        specials.begin(bytes[at], offset + at);
        return specials.isOpen() ? SPECIAL : STRING;
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
