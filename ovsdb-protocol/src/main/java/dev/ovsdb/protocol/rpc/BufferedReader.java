package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.json.JsonReader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers a text that is small enough to be kept, and reads it when whole. */
final class BufferedReader<T extends @Nullable Object> implements ResultReader<T> {
    /** Reads the value from the text. */
    interface Decoder<T extends @Nullable Object> {
        T decode(JsonReader reader);
    }

    private static final int LARGEST = Integer.MAX_VALUE - 16; // What an array can hold; larger ones must be streamed.

    private final String method;
    private final String expected;
    private final Decoder<T> decoder;
    private byte[] text = {};
    private int length;

    /** @param expected the shape of the text in words */
    BufferedReader(String method, String expected, Decoder<T> decoder) {
        this.method = method;
        this.expected = expected;
        this.decoder = decoder;
    }

    @Override
    public void feed(ByteBuffer piece) {
        int more = piece.remaining();
        if (text.length - length < more) {
            grow(more);
        }
        piece.get(text, length, more);
        length += more;
    }

    private void grow(int more) {
        if (more > LARGEST - length) {
            String limit = expected + " of at most " + LARGEST + " bytes";
            throw new UnexpectedResultException(method, limit, Excerpt.of(text, 0, length), null);
        }
        text = Arrays.copyOf(text, Math.max(length + more, (int) Math.min(length * 2L, 1 << 30)));
    }

    @Override
    public T finish() {
        return decode(text, 0, length);
    }

    @Override
    public T read(byte[] whole) {
        return decode(whole, 0, whole.length);
    }

    @Override
    public T read(List<ByteBuffer> pieces) {
        if (pieces.size() == 1 && pieces.get(0).hasArray()) { // No copy for what lies in one piece.
            ByteBuffer only = pieces.get(0);
            int from = only.arrayOffset() + only.position();
            return decode(only.array(), from, from + only.remaining());
        }
        return ResultReader.super.read(pieces);
    }

    private T decode(byte[] bytes, int from, int to) {
        try {
            JsonReader reader = JsonReader.of(bytes, from, to);
            T value = decoder.decode(reader);
            reader.end();
            return value;
        } catch (RuntimeException e) {
            throw new UnexpectedResultException(method, expected, Excerpt.of(bytes, from, to), e);
        }
    }
}
