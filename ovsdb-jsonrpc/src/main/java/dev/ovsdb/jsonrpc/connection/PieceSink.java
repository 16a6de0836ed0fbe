package dev.ovsdb.jsonrpc.connection;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes one piece of a {@link BodySource}. Thread-safe; one of these methods is called, once, and a second call is an {@link
 * IllegalStateException}. After the end of the connection they do nothing.
 */
public interface PieceSink {
    /**
     * The next piece; a few hundred kilobytes are a good size.
     *
     * @param bytes each from its position to its limit; they must not change any more
     */
    void piece(List<ByteBuffer> bytes);

    /** The text is complete. */
    void end();

    /** It cannot be completed. Half a message cannot be taken back, so that the connection ends. */
    void fail(Throwable cause);
}
