package dev.ovsdb.testkit.conversation;

import dev.ovsdb.conformance.wire.Brackets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts one direction of a stream into messages by counting brackets, so plainly that it tells something of bad bytes too. Of each
 * message the beginning is kept. Confined to the loop of its stream.
 */
final class MessageEar {
    private final int longest;
    private final Consumer<String> messages;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final Brackets brackets = new Brackets();
    private long length;

    MessageEar(int longest, Consumer<String> messages) {
        this.longest = longest;
        this.messages = messages;
    }

    /** Hears the bytes from the buffer's position to its limit, and leaves the buffer as it is. */
    void hear(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) hear(bytes.get(at));
    }

    private void hear(byte next) {
        if (length == 0 && next <= ' ' && next >= 0) return; // Between messages.
        if (length++ < longest) start.write(next);
        brackets.take(next);
        if (brackets.balanced() && (next == '}' || next == ']' || next == '\n' || length >= longest)) tell("");
    }

    /** Nothing more comes. */
    void end() {
        if (length > 0) tell(" (cut off)");
    }

    private void tell(String remark) {
        String text = start.toString(StandardCharsets.UTF_8);
        messages.accept((length <= longest ? text : text + "... (" + length + " bytes)") + remark);
        start.reset();
        length = 0;
        brackets.reset();
    }
}
