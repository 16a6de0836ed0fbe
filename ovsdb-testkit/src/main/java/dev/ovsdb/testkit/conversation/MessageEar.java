package dev.ovsdb.testkit.conversation;

import dev.ovsdb.conformance.wire.Brackets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Cuts one direction of a stream into messages by counting brackets, so plainly that it tells something of bad bytes too. Of each
 * message the beginning is kept. Confined to the loop of its stream.
 */
public final class MessageEar {
    private final int longest;
    private final Consumer<Heard> messages;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final Brackets brackets = new Brackets();
    private long length;

    /** @param longest how many bytes of each message are kept */
    public MessageEar(int longest, Consumer<Heard> messages) {
        this.longest = longest;
        this.messages = messages;
    }

    /** Hears the bytes from the buffer's position to its limit, and leaves the buffer as it is. */
    public void hear(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) hear(bytes.get(at));
    }

    private void hear(byte next) {
        if (length == 0 && next <= ' ' && next >= 0) return; // Between messages.
        if (length++ < longest) start.write(next);
        brackets.take(next);
        if (brackets.balanced() && (next == '}' || next == ']' || next == '\n' || length >= longest)) tell(true);
    }

    /** Nothing more comes. */
    public void end() {
        if (length > 0) tell(false);
    }

    private void tell(boolean whole) {
        messages.accept(new Heard(start.toByteArray(), length, whole));
        start.reset();
        length = 0;
        brackets.reset();
    }
}
