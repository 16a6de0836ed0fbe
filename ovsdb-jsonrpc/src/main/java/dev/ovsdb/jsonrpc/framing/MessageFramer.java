package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds JSON-RPC messages in a stream of bytes that comes in any pieces.
 *
 * <p>Messages follow each other with nothing or white space between. One scan finds where a message and each of its members
 * ends, checks JSON's grammar, UTF-8, the members' names and their rules, and the limits. As soon as the {@code id} of a
 * reply, or the {@code method} of a call, is known, the sink may take the body as it arrives; otherwise it is kept. So a
 * message of any size passes through in pieces when its head comes first, as all real peers send it.
 *
 * <pre>{@code
 * var framer = new MessageFramer(FramingLimits.DEFAULT, message -> System.out.println(message));
 * framer.feed(ByteBuffer.wrap("{\"id\":1,\"method\":\"echo\",\"params\":[]}".getBytes(UTF_8)));
 * }</pre>
 *
 * <p>For one thread at a time. A framer that found a malformed message is of no more use: nobody knows where the next one
 * would begin.
 */
public final class MessageFramer {
    private enum Place {
        BETWEEN,
        NAME_OR_END,
        NAME,
        IN_NAME,
        COLON,
        VALUE,
        IN_VALUE,
        AFTER_VALUE
    }

    private static final int SCRATCH_BYTES = 64 * 1024;

    /** Where a piece without an array is copied to: one for each thread, for most framers of a server are idle. */
    private static final ThreadLocal<byte[]> SCRATCH = new ThreadLocal<>();

    private static final int MAX_NAME_BYTES = 64;

    private final FramingLimits limits;
    private final MessageSink messages;
    private final ValueScanner scanner;
    private final Envelope envelope = new Envelope();

    private Place place = Place.BETWEEN;
    private Member member = Member.ID;
    private @Nullable BodySink sink; // Of the value being read; null if it is kept.
    private @Nullable KeptBytes kept; // What came of the name or value being read in earlier pieces.
    private long offset; // Of the piece in the stream.
    private long messageStart;
    private long streamedBytes; // Of the message being read.
    private boolean stopped;

    /** @param messages told of each message on the thread that feeds this */
    public MessageFramer(FramingLimits limits, MessageSink messages) {
        this.limits = limits;
        this.messages = messages;
        this.scanner = new ValueScanner(limits);
    }

    /**
     * Takes the next bytes, all of them, and hands on what they complete before it returns. What the sink throws passes
     * through.
     *
     * @throws MalformedMessageException at the first byte that breaks a rule or a limit
     */
    public void feed(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            int start = bytes.arrayOffset();
            feed(bytes.array(), start + bytes.position(), start + bytes.limit());
            bytes.position(bytes.limit());
            return;
        }
        byte[] scratch = takeScratch();
        try {
            while (bytes.hasRemaining()) {
                int length = Math.min(bytes.remaining(), scratch.length);
                bytes.get(scratch, 0, length);
                feed(scratch, 0, length);
            }
        } finally {
            SCRATCH.set(scratch);
        }
    }

    /** What is fed here may have another framer be fed on the same thread, which then makes one of its own. */
    private static byte[] takeScratch() {
        byte[] scratch = SCRATCH.get();
        SCRATCH.set(null);
        return scratch != null ? scratch : new byte[SCRATCH_BYTES];
    }

    /** Passes over everything from now on, also what is left of the bytes being fed. May be called by the sink. */
    public void stop() {
        stopped = true;
    }

    /** Whether the last message is not complete. */
    public boolean isInsideMessage() {
        return place != Place.BETWEEN;
    }

    /** Bytes that are kept of the message that is not complete; 0 between messages. */
    public long keptBytes() {
        return isInsideMessage() ? offset - messageStart - streamedBytes : 0;
    }

    /** The bytes taken so far. */
    public long offset() {
        return offset;
    }

    private void feed(byte[] bytes, int from, int to) {
        long end = offset + (to - from);
        offset -= from; // So that offset + index is right for each index.
        scanner.offset(offset);
        int at = from;
        while (at < to && !stopped) {
            at = step(bytes, at, to);
        }
        offset = end;
        if (isInsideMessage()) {
            checkSize(end);
        }
    }

    private int step(byte[] bytes, int at, int to) {
        switch (place) {
            case IN_NAME:
                return name(bytes, at, to);
            case IN_VALUE:
                return value(bytes, at, to);
            default:
                byte b = bytes[at];
                return ValueScanner.isSpace(b) ? at + 1 : structure(bytes, b, at, to);
        }
    }

    private int structure(byte[] bytes, byte b, int at, int to) {
        switch (place) {
            case BETWEEN:
                return begin(b, at);
            case NAME_OR_END:
            case NAME:
                return b == '}' && place == Place.NAME_OR_END ? end(at) : beginName(bytes, b, at, to);
            case COLON:
                expect(':', b, at);
                place = Place.VALUE;
                return at + 1;
            case AFTER_VALUE:
                if (b == '}') {
                    return end(at);
                }
                expect(',', b, at);
                place = Place.NAME;
                return at + 1;
            default:
                return beginValue(bytes, b, at, to);
        }
    }

    private int begin(byte b, int at) {
        expect('{', b, at);
        envelope.clear();
        messageStart = offset + at;
        streamedBytes = 0;
        place = Place.NAME_OR_END;
        return at + 1;
    }

    private int end(int at) {
        checkSize(offset + at + 1);
        place = Place.BETWEEN;
        messages.onMessage(envelope.complete(offset + at));
        return at + 1;
    }

    private int beginName(byte[] bytes, byte b, int at, int to) {
        expect('"', b, at);
        scanner.begin(1);
        place = Place.IN_NAME;
        return name(bytes, at, to);
    }

    private int name(byte[] bytes, int from, int to) {
        int end = scanner.scan(bytes, from, to);
        if (!scanner.isDone()) {
            keep(bytes, from, end);
            return end;
        }
        member = member(bytes, from, end);
        place = Place.COLON;
        return end;
    }

    private Member member(byte[] bytes, int from, int end) {
        Member known = kept == null ? Member.of(bytes, from + 1, end - 1) : null;
        if (known == null) { // Rare: in two pieces, with escapes, or unknown.
            JsonBytes text = take(bytes, from, end);
            boolean readable = text.size() <= MAX_NAME_BYTES;
            known = readable ? Member.of(((JsonString) text.toValue()).value()) : null;
            if (known == null) {
                String quoted = readable ? text.toString() : "of " + text.size() + " bytes";
                throw new MalformedMessageException("unknown member " + quoted, offset + end);
            }
        }
        return known;
    }

    private int beginValue(byte[] bytes, byte b, int at, int to) {
        sink = envelope.sinkFor(member, b, messages);
        if (stopped) {
            return to;
        }
        scanner.begin(1);
        place = Place.IN_VALUE;
        return value(bytes, at, to);
    }

    private int value(byte[] bytes, int from, int to) {
        int end = scanner.scan(bytes, from, to);
        if (sink != null) {
            stream(sink, bytes, from, end);
        } else if (!scanner.isDone()) {
            keep(bytes, from, end);
        }
        if (scanner.isDone()) {
            place = Place.AFTER_VALUE;
            if (sink == null) {
                checkSize(offset + end);
                put(bytes, from, end);
            }
        }
        return end;
    }

    private void put(byte[] bytes, int from, int end) {
        if (kept == null) {
            envelope.put(member, bytes, from, end, offset + end);
        } else {
            envelope.put(member, take(bytes, from, end), offset + end);
        }
    }

    private void stream(BodySink to, byte[] bytes, int from, int end) {
        streamedBytes += end - from;
        if (streamedBytes > limits.maxStreamedBytes()) {
            throw new MalformedMessageException(
                    "a body of more than " + limits.maxStreamedBytes() + " bytes (maxStreamedBytes)", offset + end);
        }
        if (end > from) {
            to.onChunk(ByteBuffer.wrap(bytes, from, end - from).slice());
        }
    }

    private void keep(byte[] bytes, int from, int end) {
        if (kept == null) {
            kept = new KeptBytes();
        }
        kept.add(bytes, from, end);
    }

    private JsonBytes take(byte[] bytes, int from, int end) {
        if (kept == null) {
            return KeptBytes.copy(bytes, from, end);
        }
        JsonBytes all = kept.toJson(bytes, from, end);
        kept = null;
        return all;
    }

    private void checkSize(long end) {
        if (end - messageStart - streamedBytes > limits.maxMessageBytes()) {
            throw new MalformedMessageException(
                    "a message of more than " + limits.maxMessageBytes() + " bytes (maxMessageBytes)", end);
        }
    }

    private void expect(char expected, byte b, int at) {
        if (b != expected) {
            throw ValueScanner.unexpected(b, offset + at, "'" + expected + "'");
        }
    }
}
