package dev.ovsdb.protocol.json;

import java.util.Arrays;

/**
 * Where a reader is in a JSON text: goes in and out of arrays and objects, over commas and white space, and says what comes
 * next. What a name or a value is, {@link JsonReader} knows.
 */
abstract class JsonStructure {
    /** How deep arrays and objects may nest. */
    public static final int MAX_DEPTH = 1000;

    // Where the reader is in the innermost array or object.
    static final byte FIRST = 0; // Nothing has been read yet.
    static final byte NEXT = 1; // A value was read: a comma or the end must follow.
    static final byte READY = 2; // A comma was read: an element or a name must follow.
    static final byte VALUE = 3; // A name was read: its value must follow.

    static final byte TOP = 0;
    static final byte ARRAY = 1;
    static final byte OBJECT = 2;

    private static final int QUOTE = 40;

    final byte[] json;
    final int base;
    final int end;
    int at;
    byte kind = TOP;
    byte state = FIRST;
    int depth;
    private byte[] kinds = new byte[16]; // Around the innermost array or object.

    JsonStructure(byte[] json, int from, int to) {
        this.json = json;
        this.base = from;
        this.end = to;
        this.at = from;
    }

    /** Goes on as if within an array or object of which the beginning, and a comma, were read. */
    final void beginWithin(boolean object) {
        kinds[depth++] = TOP;
        kind = object ? OBJECT : ARRAY;
        state = READY;
    }

    /** How many bytes were read. */
    public final long offset() {
        return at - (long) base;
    }

    /** The place here, for {@link #backTo}: before a value, a name or an end. */
    public final long mark() {
        return (long) at << 32 | (long) depth << 8 | kind << 4 | state;
    }

    /** Goes to a place in an array or object that has not ended yet, or to where it was begun; also after an exception. */
    public final void backTo(long mark) {
        at = (int) (mark >>> 32);
        depth = (int) mark >>> 8;
        kind = (byte) (mark >>> 4 & 15);
        state = (byte) (mark & 15);
    }

    /** What comes next. */
    public final JsonToken peek() {
        if (state == NEXT && !another()) {
            return kind == TOP ? JsonToken.END : kind == ARRAY ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
        }
        byte next = skipSpace();
        if (kind == OBJECT && state != VALUE) {
            return next == '"' ? JsonToken.NAME : endOf('}', JsonToken.END_OBJECT, JsonToken.NAME);
        }
        switch (next) {
            case '{':
                return JsonToken.BEGIN_OBJECT;
            case '[':
                return JsonToken.BEGIN_ARRAY;
            case '"':
                return JsonToken.STRING;
            case 't':
                return JsonToken.TRUE;
            case 'f':
                return JsonToken.FALSE;
            case 'n':
                return JsonToken.NULL;
            case ']':
                return endOf(']', JsonToken.END_ARRAY, JsonToken.STRING);
            default:
                if (next == '-' || next >= '0' && next <= '9') {
                    return JsonToken.NUMBER;
                }
                throw expected("a value");
        }
    }

    /** Whether the innermost array or object has a further element or member. */
    public final boolean hasNext() {
        if (state == NEXT) {
            return another();
        }
        return state != FIRST || skipSpace() != (kind == ARRAY ? ']' : '}');
    }

    public final void beginObject() {
        begin('{', OBJECT, JsonToken.BEGIN_OBJECT);
    }

    public final void beginArray() {
        begin('[', ARRAY, JsonToken.BEGIN_ARRAY);
    }

    /** Begins an array if one comes next; else answers false and reads nothing. */
    public final boolean beginArrayIfNext() {
        if (!atValue() || skipSpace() != '[') {
            return false;
        }
        enter(ARRAY);
        return true;
    }

    /** Ends an array if that comes next; else answers false and reads nothing. */
    public final boolean endArrayIfNext() {
        if (kind != ARRAY || hasNext()) {
            return false;
        }
        leave();
        return true;
    }

    public final void endObject() {
        end(OBJECT, JsonToken.END_OBJECT);
    }

    public final void endArray() {
        end(ARRAY, JsonToken.END_ARRAY);
    }

    /** Checks that nothing follows. */
    public final void end() {
        if (peek() != JsonToken.END) {
            throw expected("the end of the text");
        }
    }

    private void end(byte endedKind, JsonToken token) {
        if (kind != endedKind || hasNext()) {
            throw expected(token.phrase());
        }
        leave();
    }

    /** An exception that says what was expected here, and quotes what is here instead. */
    public final JsonSyntaxException expected(String what) {
        return new JsonSyntaxException("expected " + what + ", found " + quoteHere(), offset());
    }

    final void beforeValue() {
        if (!atValue()) {
            throw expected(kind == OBJECT ? "no value without a name" : "a value");
        }
    }

    /** Goes to where a value may begin; answers whether it may. */
    final boolean atValue() {
        return kind == OBJECT ? state == VALUE : state != NEXT || another();
    }

    /** Between values: goes past a comma. Answers whether there was one. */
    final boolean another() {
        if (kind == TOP) {
            while (at < end && isSpace(json[at])) {
                at++;
            }
            if (at < end) {
                throw expected("the end of the text");
            }
            return false;
        }
        byte next = skipSpace();
        if (next == ',') {
            at++;
            state = READY;
            return true;
        }
        if (next != (kind == ARRAY ? ']' : '}')) {
            throw expected(kind == ARRAY ? "a comma or the end of an array" : "a comma or the end of an object");
        }
        return false;
    }

    private JsonToken endOf(char bracket, JsonToken token, JsonToken otherwise) {
        if (state != FIRST || kind == TOP || json[at] != bracket) {
            throw expected(otherwise == JsonToken.NAME ? otherwise.phrase() : "a value");
        }
        return token;
    }

    private void begin(char bracket, byte newKind, JsonToken token) {
        beforeValue();
        if (skipSpace() != bracket) {
            throw expected(token.phrase());
        }
        enter(newKind);
    }

    private void enter(byte newKind) {
        if (depth == MAX_DEPTH) {
            throw new JsonSyntaxException("more than " + MAX_DEPTH + " levels of arrays and objects", offset());
        }
        if (depth == kinds.length) {
            kinds = Arrays.copyOf(kinds, depth * 2);
        }
        at++;
        kinds[depth++] = kind;
        kind = newKind;
        state = FIRST;
    }

    private void leave() {
        at++;
        kind = kinds[--depth];
        state = NEXT;
    }

    final byte skipSpace() {
        while (at < end) {
            byte here = json[at];
            if (here > ' ' || !isSpace(here)) {
                return here;
            }
            at++;
        }
        throw new JsonSyntaxException("the text ends too early", offset());
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private String quoteHere() {
        int to = Math.min(end, at + QUOTE);
        StringBuilder quote = new StringBuilder();
        for (int i = at; i < to; i++) {
            quote.append(json[i] >= ' ' && json[i] < 0x7f ? (char) json[i] : '?');
        }
        return at >= end ? "the end of the text" : to < end ? quote + "..." : quote.toString();
    }
}
