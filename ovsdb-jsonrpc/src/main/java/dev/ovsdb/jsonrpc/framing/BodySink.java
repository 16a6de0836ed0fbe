package dev.ovsdb.jsonrpc.framing;

import java.nio.ByteBuffer;

/** Takes one body as it arrives. */
@FunctionalInterface
public interface BodySink {
    /** Passes over the body. */
    BodySink DISCARD = chunk -> {};

    /** The next bytes, valid during the call only and not to be changed. They may end anywhere, even inside a character. */
    void onChunk(ByteBuffer chunk);

    /** The message gave the same member again: what came so far does not count. Nothing else follows. */
    default void onReplaced() {}
}
