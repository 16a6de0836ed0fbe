package dev.ovsdb.conformance;

import java.nio.charset.StandardCharsets;

/** One thing that happened in a case's conversation. Immutable. */
public final class Said {
    /** What happened, seen from the kit. */
    public enum Kind {
        /** The kit sent bytes, mostly one message. */
        SENT,
        /** The kit sent bytes that no peer should take. */
        SENT_MALFORMED,
        /** The other side sent a message. */
        RECEIVED,
        /** The other side ended the connection. */
        CLOSED
    }

    private final String session;
    private final Kind kind;
    private final byte[] bytes;

    /** @param session the connection, such as {@code 1} */
    public Said(String session, Kind kind, byte[] bytes) {
        this.session = session;
        this.kind = kind;
        this.bytes = bytes.clone();
    }

    public String session() {
        return session;
    }

    public Kind kind() {
        return kind;
    }

    /** A copy of what was sent; empty for the end of a connection. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A line as in a case's file: the session, {@code >} for sent or {@code <} for received, and the text. */
    @Override
    public String toString() {
        String text = kind == Kind.CLOSED ? "closed" : new String(bytes, StandardCharsets.UTF_8);
        return session + (kind == Kind.SENT || kind == Kind.SENT_MALFORMED ? "> " : "< ") + text;
    }
}
