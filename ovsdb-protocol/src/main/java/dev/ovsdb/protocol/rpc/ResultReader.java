package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a result, or of a notification's params, that arrives in pieces of any size.
 *
 * <p>For one thread, one text. After an exception the reader is of no further use.
 */
public interface ResultReader<T extends @Nullable Object> {
    /**
     * Takes the next piece, all that remains in it. The piece is not kept.
     *
     * @throws UnexpectedResultException if the text is not what was expected, as far as that shows already
     */
    void feed(ByteBuffer piece);

    /**
     * Says that no piece follows.
     *
     * @throws UnexpectedResultException if the text is not what was expected
     */
    T finish();

    /** Reads a whole text; fails as {@link #finish}. */
    default T read(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            feed(piece.duplicate());
        }
        return finish();
    }

    /** Reads a whole text; fails as {@link #finish}. */
    default T read(byte[] text) {
        feed(ByteBuffer.wrap(text));
        return finish();
    }
}
