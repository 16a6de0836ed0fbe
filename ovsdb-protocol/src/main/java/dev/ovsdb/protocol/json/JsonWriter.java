package dev.ovsdb.protocol.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Writes JSON text as UTF-8 into segments that grow but are never copied together. Commas and colons are automatic. No white
 * space is written; strings are escaped as Open vSwitch does it: only {@code "}, {@code \} and control characters.
 *
 * <p>For one thread. The order of calls is the caller's business: the writer does not check that what it is told is JSON.
 */
public final class JsonWriter {
    private static final int FIRST_SEGMENT = 1 << 10;
    private static final int LARGEST_SEGMENT = 1 << 18;
    private static final int PART_OF_STRING = 1 << 10;
    private static final int LONGEST_CHAR = 6; // \\u001f.
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    /** For each ASCII character: 0 to print as it is, the letter of its short escape, or {@code u}. */
    private static final byte[] ESCAPES = escapes();

    private final List<ByteBuffer> full = new ArrayList<>();
    private byte[] segment;
    private int position;
    private int start; // Bytes of this segment before it were handed out already.
    private boolean comma; // A value of this level has been written, so that the next one needs a comma.

    public JsonWriter() {
        this(FIRST_SEGMENT);
    }

    /** @param room the bytes to begin with, for texts that are known to be short, or long */
    public JsonWriter(int room) {
        this.segment = new byte[room];
    }

    public JsonWriter beginObject() {
        return open((byte) '{');
    }

    public JsonWriter endObject() {
        return close((byte) '}');
    }

    public JsonWriter beginArray() {
        return open((byte) '[');
    }

    public JsonWriter endArray() {
        return close((byte) ']');
    }

    /** The name of the member whose value is written next. */
    public JsonWriter name(String name) {
        separate();
        string(name);
        put((byte) ':');
        comma = false;
        return this;
    }

    /** The name of the member whose value is written next, for rows keyed by UUID. */
    public JsonWriter name(UUID name) {
        value(name);
        put((byte) ':');
        comma = false;
        return this;
    }

    /** The name of the member whose value is written next, already JSON text: for names that are written again and again. */
    public JsonWriter quotedName(byte[] name) {
        separate();
        bytes(name);
        put((byte) ':');
        comma = false;
        return this;
    }

    /** @throws IllegalArgumentException if the string holds a lone surrogate or U+0000, which no peer would accept */
    public JsonWriter value(String value) {
        separate();
        string(value);
        return this;
    }

    public JsonWriter value(long value) {
        separate();
        require(20);
        position = Digits.put(segment, position, value);
        return this;
    }

    /**
     * A real: 15 digits where these give the same number back, else 17, and no fraction if there is none to print.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public JsonWriter value(double value) {
        separate();
        ascii(Reals.toString(value));
        return this;
    }

    public JsonWriter value(boolean value) {
        return raw(value ? TRUE : FALSE);
    }

    public JsonWriter nullValue() {
        return raw(NULL);
    }

    /** A string of the form {@code 550e8400-e29b-41d4-a716-446655440000}. */
    public JsonWriter value(UUID value) {
        separate();
        require(38);
        byte[] out = segment;
        int at = position;
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        out[at] = '"';
        hex(out, at + 1, high >>> 32, 8);
        out[at + 9] = '-';
        hex(out, at + 10, high >>> 16, 4);
        out[at + 14] = '-';
        hex(out, at + 15, high, 4);
        out[at + 19] = '-';
        hex(out, at + 20, low >>> 48, 4);
        out[at + 24] = '-';
        hex(out, at + 25, low, 12);
        out[at + 37] = '"';
        position = at + 38;
        return this;
    }

    /** One whole value, already JSON text. */
    public JsonWriter raw(byte[] json) {
        separate();
        bytes(json);
        return this;
    }

    /** The text so far, read-only and without a copy. Writing may go on; the buffers do not change. */
    public List<ByteBuffer> toBuffers() {
        if (position > start) {
            full.add(ByteBuffer.wrap(segment, start, position - start).slice().asReadOnlyBuffer());
            start = position;
        }
        List<ByteBuffer> copies = new ArrayList<>(full.size());
        for (ByteBuffer buffer : full) {
            copies.add(buffer.duplicate());
        }
        return copies;
    }

    /**
     * As {@link #toBuffers}, and forgets it: the next call answers what was written after this one. So a long text can leave
     * in pieces.
     */
    public List<ByteBuffer> drain() {
        List<ByteBuffer> buffers = toBuffers();
        full.clear();
        return buffers;
    }

    /** Forgets the text so far, to write another in its place; buffers that were handed out do not change. */
    public void clear() {
        full.clear();
        position = start;
        comma = false;
    }

    /** How many bytes were written so far, and not drained. */
    public long size() {
        long size = position - start;
        for (ByteBuffer buffer : full) {
            size += buffer.remaining();
        }
        return size;
    }

    /** A copy of the text so far. */
    public byte[] toByteArray() {
        byte[] copy = new byte[Math.toIntExact(size())];
        copyTo(copy, 0);
        return copy;
    }

    /** Copies the text so far; answers the index behind it. */
    public int copyTo(byte[] target, int index) {
        int at = index;
        for (ByteBuffer buffer : full) {
            int length = buffer.remaining();
            buffer.get(buffer.position(), target, at, length);
            at += length;
        }
        System.arraycopy(segment, start, target, at, position - start);
        return at + position - start;
    }

    /** The text so far. */
    @Override
    public String toString() {
        return new String(toByteArray(), StandardCharsets.UTF_8);
    }

    private JsonWriter open(byte bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(byte bracket) {
        put(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            put((byte) ',');
        }
        comma = true;
    }

    private void string(String value) {
        int length = value.length();
        if (length <= PART_OF_STRING) {
            require(length * LONGEST_CHAR + 2);
            segment[position++] = '"';
            chars(value, 0, length);
            segment[position++] = '"';
            return;
        }
        put((byte) '"');
        for (int from = 0; from < length; ) { // Room for all of it, were it all escapes, would mostly be left over.
            int to = Math.min(length, from + PART_OF_STRING);
            require((to - from) * LONGEST_CHAR);
            from = chars(value, from, to);
        }
        put((byte) '"');
    }

    /** Writes characters for which there is room; answers the index behind the last, for a surrogate pair is not parted. */
    private int chars(String value, int from, int to) {
        byte[] out = segment;
        int at = position;
        int i = from;
        for (; i < to; i++) {
            char c = value.charAt(i);
            if (c < 0x80 && ESCAPES[c] == 0) {
                out[at++] = (byte) c;
            } else {
                position = at;
                i = unusual(value, i);
                at = position;
            }
        }
        position = at;
        return i;
    }

    /** Writes the character at this index, for which there is room; answers the index of its last char. */
    private int unusual(String value, int index) {
        int c = value.codePointAt(index);
        if (c < 0x80) {
            escape(c);
            return index;
        }
        if (c < 0x800) {
            segment[position++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x10000) {
            if (Character.isSurrogate((char) c)) {
                throw new IllegalArgumentException("a string holds half a surrogate pair at index " + index);
            }
            segment[position++] = (byte) (0xe0 | c >> 12);
            segment[position++] = (byte) (0x80 | c >> 6 & 0x3f);
        } else {
            segment[position++] = (byte) (0xf0 | c >> 18);
            segment[position++] = (byte) (0x80 | c >> 12 & 0x3f);
            segment[position++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        segment[position++] = (byte) (0x80 | c & 0x3f);
        return c < 0x10000 ? index : index + 1;
    }

    private void escape(int c) {
        if (c == 0) {
            throw new IllegalArgumentException("a string holds U+0000, which OVSDB cannot represent");
        }
        segment[position++] = '\\';
        segment[position++] = ESCAPES[c];
        if (ESCAPES[c] == 'u') {
            hex(segment, position, c, 4);
            position += 4;
        }
    }

    private static byte[] escapes() {
        byte[] table = new byte[128];
        Arrays.fill(table, 0, 0x20, (byte) 'u');
        String letters = "b\bf\fn\nr\rt\t\"\"\\\\";
        for (int i = 0; i < letters.length(); i += 2) {
            table[letters.charAt(i + 1)] = (byte) letters.charAt(i);
        }
        return table;
    }

    private static void hex(byte[] out, int at, long value, int digits) {
        for (int i = at + digits - 1; i >= at; i--) {
            out[i] = HEX[(int) value & 15];
            value >>>= 4;
        }
    }

    @SuppressWarnings("deprecation") // It is exactly what is meant: the low bytes of ASCII characters.
    private void ascii(String text) {
        require(text.length());
        text.getBytes(0, text.length(), segment, position);
        position += text.length();
    }

    private void bytes(byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            if (position == segment.length) {
                grow(1);
            }
            int length = Math.min(bytes.length - done, segment.length - position);
            System.arraycopy(bytes, done, segment, position, length);
            position += length;
            done += length;
        }
    }

    private void put(byte b) {
        if (position == segment.length) {
            grow(1);
        }
        segment[position++] = b;
    }

    private void require(int bytes) {
        if (segment.length - position < bytes) {
            grow(bytes);
        }
    }

    private void grow(int bytes) {
        if (position > start) {
            full.add(ByteBuffer.wrap(segment, start, position - start).slice().asReadOnlyBuffer());
        }
        segment = new byte[Math.max(bytes, Math.min(LARGEST_SEGMENT, segment.length * 4))];
        position = 0;
        start = 0;
    }
}
