package dev.ovsdb.protocol.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of one JSON text, strictly by Open vSwitch's rules: numbers as {@link #readNumber}, strings without
 * U+0000, raw control characters or lone surrogates, at most {@value #MAX_DEPTH} levels. Of members with the same name the
 * last one counts; that is up to the caller, who sees each.
 *
 * <p>For one thread. After an exception the reader is of no further use until {@link #backTo}, except after
 * {@link MalformedUtf8Exception}. Asking for something else than what {@link #peek()} says is a {@link JsonSyntaxException},
 * because it is the text that is not as expected.
 */
public final class JsonReader extends JsonStructure {
    // A UUID as a value: ["uuid","550e8400-e29b-41d4-a716-446655440000"]
    private static final long UUID_TAG = Words.of("[\"uuid\",");
    private static final int UUID_AT = 9;
    private static final int UUID_END = 45;

    private final StringScanner strings;
    private final Text text = new Text();
    private long longValue;
    private double doubleValue;

    private JsonReader(byte[] json, int from, int to) {
        super(json, from, to);
        this.strings = new StringScanner(json, from, to);
    }

    public static JsonReader of(byte[] json) {
        return new JsonReader(json, 0, json.length);
    }

    public static JsonReader of(byte[] json, int from, int to) {
        return new JsonReader(json, from, to);
    }

    /** Reads what remains in the buffer, which stays as it is; it is copied if it has no accessible array. */
    public static JsonReader of(ByteBuffer json) {
        if (json.hasArray()) {
            int from = json.arrayOffset() + json.position();
            return new JsonReader(json.array(), from, from + json.remaining());
        }
        byte[] copy = new byte[json.remaining()];
        json.duplicate().get(copy);
        return of(copy);
    }

    /**
     * Reads on within an array or object whose beginning lies elsewhere: from a name or an element on. Its end, and what
     * follows that, is the caller's business.
     */
    public static JsonReader within(boolean object, byte[] json, int from, int to) {
        JsonReader reader = new JsonReader(json, from, to);
        reader.beginWithin(object);
        return reader;
    }

    public String nextName() {
        readName();
        return text.decode();
    }

    /** Reads a member's name; answers its index in the table, or -1, and then {@link #lastString()} tells it. */
    public int nextNameIn(NameTable names) {
        readName();
        return names.find(text.bytes, text.from, text.to);
    }

    /**
     * Reads a member's name, as {@link #nextNameIn(NameTable)}; for objects whose members mostly come in the same order.
     *
     * @param previous the index of the name before it, -1 if it is the first one
     */
    public int nextNameIn(NameTable names, int previous) {
        int expected = names.follower(previous);
        if (expected >= 0 && kind == OBJECT && (state == READY || state == FIRST) && at < end && json[at] == '"') {
            int length = names.match(expected, json, at + 1, end);
            int colon = at + length + 2;
            if (length >= 0 && colon < end && json[colon] == ':') {
                text.set(json, at + 1, colon - 1, true);
                at = colon + 1;
                state = VALUE;
                return expected;
            }
        }
        int index = nextNameIn(names);
        if (index >= 0) {
            names.learn(previous, index);
        }
        return index;
    }

    /** Reads a member's name that is a UUID, as in a table of rows. */
    public UUID nextNameUuid() {
        readName();
        return lastUuid();
    }

    public String nextString() {
        readString();
        return text.decode();
    }

    /** Reads a string, or rather what the cache keeps for it. */
    public <T> T nextString(TextCache<T> cache) {
        readString();
        return cache.get(text);
    }

    /** Reads a string if one comes next, as {@link #nextString(TextCache)}; else answers null and reads nothing. */
    public <T> @Nullable T nextStringOrNull(TextCache<T> cache) {
        if (!atValue() || skipSpace() != '"') {
            return null;
        }
        at = strings.scan(at + 1, text);
        state = NEXT;
        return cache.get(text);
    }

    /** Reads a string; answers its index in the table, or -1, and then {@link #lastString()} tells it. */
    public int nextStringIn(NameTable names) {
        readString();
        return names.find(text.bytes, text.from, text.to);
    }

    /** Reads a string as {@link #nextStringIn(NameTable)}; faster if it is the one at the expected index. */
    public int nextStringIn(NameTable names, int expected) {
        if (atValue() && skipSpace() == '"') {
            int length = names.match(expected, json, at + 1, end);
            if (length >= 0) {
                text.set(json, at + 1, at + 1 + length, true);
                at += length + 2;
                state = NEXT;
                return expected;
            }
        }
        return nextStringIn(names);
    }

    /**
     * Reads a {@code ["uuid",<uuid>]} if one comes next, spelled without white space and escapes, as everybody does; else
     * answers null and reads nothing.
     */
    public @Nullable UUID nextTaggedUuidOrNull() {
        if (!atValue() || end - at <= UUID_END + 1 || Words.at(json, at) != UUID_TAG) {
            return null;
        }
        if (json[at + UUID_AT - 1] != '"' || json[at + UUID_END] != '"' || json[at + UUID_END + 1] != ']') {
            return null;
        }
        UUID uuid = Hex.uuid(json, at + UUID_AT, at + UUID_END);
        if (uuid != null) {
            at += UUID_END + 2;
            state = NEXT;
        }
        return uuid;
    }

    /** Reads a string of the form {@code 550e8400-e29b-41d4-a716-446655440000}. */
    public UUID nextUuid() {
        readString();
        return lastUuid();
    }

    /** Reads a string; answers the UUID that it spells, or null, and then {@link #lastString()} tells it. */
    public @Nullable UUID nextUuidOrNull() {
        readString();
        return Hex.uuid(text.bytes, text.from, text.to);
    }

    /** The name or string that was read last, until the next one is. */
    public String lastString() {
        return text.decode();
    }

    public boolean nextBoolean() {
        beforeValue();
        boolean value = skipSpace() == 't';
        literal(value ? "true" : "false");
        return value;
    }

    public void nextNull() {
        beforeValue();
        skipSpace();
        literal("null");
    }

    /**
     * Reads a number. One that is integral and fits 64 bits is an integer, however it is spelled: {@code 1.0}, {@code 1e3}.
     *
     * @return whether it is an integer, so that {@link #lastLong()} has it; {@link #lastDouble()} has it in any case
     */
    public boolean readNumber() {
        beforeValue();
        byte first = skipSpace();
        if (first != '-' && (first < '0' || first > '9')) {
            throw expected("a number");
        }
        boolean integer = shortInteger() || anyNumber();
        state = NEXT;
        return integer;
    }

    /** The number that was read last, if it was an integer. */
    public long lastLong() {
        return longValue;
    }

    /** The number that was read last. */
    public double lastDouble() {
        return doubleValue;
    }

    /** Reads a number: a {@link Long} if it is an integer in the sense of {@link #readNumber}, else a {@link Double}. */
    public Number nextNumber() {
        if (readNumber()) {
            return longValue;
        }
        return doubleValue;
    }

    /** Reads an integer. */
    public long nextLong() {
        int from = at;
        if (!readNumber()) {
            at = from;
            throw expected("an integer");
        }
        return longValue;
    }

    /** Reads a number as a real. */
    public double nextDouble() {
        readNumber();
        return doubleValue;
    }

    /** Goes past one value of any kind. */
    public void skipValue() {
        int outer = depth;
        do {
            skipToken();
        } while (depth > outer);
    }

    /** Goes past one value of any kind; answers a copy of its text. */
    public byte[] rawValue() {
        beforeValue();
        skipSpace();
        int from = at;
        skipValue();
        return Arrays.copyOfRange(json, from, at);
    }

    private void skipToken() {
        switch (peek()) {
            case BEGIN_OBJECT -> beginObject();
            case END_OBJECT -> endObject();
            case BEGIN_ARRAY -> beginArray();
            case END_ARRAY -> endArray();
            case NAME -> readName();
            case STRING -> readString();
            case NUMBER -> readNumber();
            case TRUE, FALSE -> nextBoolean();
            case NULL -> nextNull();
            case END -> throw expected("a value");
        }
    }

    private void readName() {
        if (kind != OBJECT || state == VALUE || state == NEXT && !another() || skipSpace() != '"') {
            throw expected(JsonToken.NAME.phrase());
        }
        at = strings.scan(at + 1, text);
        if (skipSpace() != ':') {
            throw expected("a colon");
        }
        at++;
        state = VALUE;
    }

    private void readString() {
        beforeValue();
        if (skipSpace() != '"') {
            throw expected(JsonToken.STRING.phrase());
        }
        at = strings.scan(at + 1, text);
        state = NEXT;
    }

    private UUID lastUuid() {
        UUID uuid = Hex.uuid(text.bytes, text.from, text.to);
        if (uuid == null) {
            throw new JsonSyntaxException("expected a UUID", text.offset);
        }
        return uuid;
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || json[at + i] != word.charAt(i)) {
                throw expected(word.equals("null") ? word : "true or false");
            }
        }
        at += word.length();
        if (at < end && isWordByte(json[at])) {
            throw expected("the end of " + word);
        }
        state = NEXT;
    }

    private static boolean isWordByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
    }

    /** Most numbers: up to 18 digits and no more. */
    private boolean shortInteger() {
        int i = json[at] == '-' ? at + 1 : at;
        int digits = i;
        long value = 0;
        while (i < end && json[i] >= '0' && json[i] <= '9' && i - digits < 18) {
            value = value * 10 + (json[i++] - '0');
        }
        boolean leadingZero = i - digits > 1 && json[digits] == '0';
        if (i == digits || leadingZero || i < end && (isWordByte(json[i]) || json[i] == '.')) {
            return false;
        }
        longValue = json[at] == '-' ? -value : value;
        doubleValue = longValue;
        at = i;
        return true;
    }

    private boolean anyNumber() {
        NumberScanner number = NumberScanner.scan(json, at, end, base);
        at = number.end();
        if (at < end && isWordByte(json[at])) {
            throw expected("the end of a number");
        }
        longValue = number.longValue;
        doubleValue = number.doubleValue;
        return number.integer;
    }
}
