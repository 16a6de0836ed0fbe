package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands pieces on to a reader that works piece by piece, and says of its complaints what they are about. */
final class StreamingReader<T> implements ResultReader<T> {
    private final String method;
    private final String expected;
    private final Consumer<ByteBuffer> feed;
    private final Supplier<T> finish;
    private final Excerpt excerpt = new Excerpt();

    StreamingReader(String method, String expected, Consumer<ByteBuffer> feed, Supplier<T> finish) {
        this.method = method;
        this.expected = expected;
        this.feed = feed;
        this.finish = finish;
    }

    @Override
    public void feed(ByteBuffer piece) {
        excerpt.note(piece);
        try {
            feed.accept(piece);
        } catch (JsonSyntaxException | InvalidDatumException | UnknownNameException e) {
            throw new UnexpectedResultException(method, expected, excerpt.toString(), e);
        }
    }

    @Override
    public T finish() {
        try {
            return finish.get();
        } catch (JsonSyntaxException e) {
            throw new UnexpectedResultException(method, expected, excerpt.toString(), e);
        }
    }
}
