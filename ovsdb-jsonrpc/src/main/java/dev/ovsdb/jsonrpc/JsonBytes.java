package dev.ovsdb.jsonrpc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON text as UTF-8 bytes, in one or several buffers that are never copied together.
 *
 * <p>Immutable as long as nobody changes the bytes under it: who makes one gives them away. The text is taken as valid; it
 * is not read again before it is sent.
 */
public final class JsonBytes {
    /** The text {@code []}: parameters of a method that takes none. */
    public static final JsonBytes EMPTY_ARRAY = of("[]".getBytes(StandardCharsets.US_ASCII));

    private static final int NULL_SIZE = 4;

    private final List<ByteBuffer> buffers;
    private final long size;

    private JsonBytes(List<ByteBuffer> buffers) {
        this.buffers = buffers;
        long bytes = 0;
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        this.size = bytes;
    }

    /** The text in an array, which the caller must not change any more. */
    public static JsonBytes of(byte[] utf8) {
        return new JsonBytes(List.of(ByteBuffer.wrap(utf8)));
    }

    /** The text in several buffers from position to limit, whose bytes the caller must not change any more. */
    public static JsonBytes of(List<ByteBuffer> utf8) {
        List<ByteBuffer> copy = new ArrayList<>(utf8.size());
        for (ByteBuffer buffer : utf8) {
            copy.add(buffer.slice());
        }
        return new JsonBytes(List.copyOf(copy));
    }

    /** The text of a value. */
    public static JsonBytes of(JsonValue value) {
        return of(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, from each buffer's position to its limit. Positions are the caller's own to move; the bytes stay as they are. */
    public List<ByteBuffer> buffers() {
        if (buffers.size() == 1) {
            return List.of(buffers.get(0).duplicate());
        }
        List<ByteBuffer> copies = new ArrayList<>(buffers.size());
        for (ByteBuffer buffer : buffers) {
            copies.add(buffer.duplicate());
        }
        return copies;
    }

    /** Whether this is the text of JSON's null, without white space. */
    public boolean isNull() {
        return size == NULL_SIZE && firstByte() == 'n';
    }

    /** The first byte, which tells what kind of value it is if no white space comes before it; 0 if there is none. */
    public byte firstByte() {
        for (ByteBuffer buffer : buffers) {
            if (buffer.hasRemaining()) {
                return buffer.get(buffer.position());
            }
        }
        return 0;
    }

    /** The number of bytes in all buffers. */
    public long size() {
        return size;
    }

    /**
     * All bytes in one new array.
     *
     * @throws OutOfMemoryError if they are more than an array can hold
     */
    public byte[] toByteArray() {
        if (size > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError("a JSON text of " + size + " bytes does not fit one array");
        }
        ByteBuffer all = ByteBuffer.allocate((int) size);
        for (ByteBuffer buffer : buffers) {
            all.put(buffer.duplicate());
        }
        return all.array();
    }

    /**
     * The value of the text.
     *
     * @throws MalformedMessageException if it is none
     */
    public JsonValue toValue() {
        return JsonValue.parse(toByteArray());
    }

    /** The text itself. */
    @Override
    public String toString() {
        return new String(toByteArray(), StandardCharsets.UTF_8);
    }
}
