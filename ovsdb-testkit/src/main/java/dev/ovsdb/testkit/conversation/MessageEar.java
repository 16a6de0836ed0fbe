package dev.ovsdb.testkit.conversation;

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
    private long length;
    private int depth;
    private boolean inString;
    private boolean escaped;

    MessageEar(int longest, Consumer<String> messages) {
        this.longest = longest;
        this.messages = messages;
    }

    /** Hears the bytes from the buffer's position to its limit, and leaves the buffer as it is. */
    void hear(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) hear(bytes.get(at));
    }

    private void hear(byte next) {
        if (depth == 0 && next <= ' ' && next >= 0 && length == 0) return; // Between messages.
        if (length++ < longest) start.write(next);
        count((char) next);
        if (depth <= 0 && !inString && (next == '}' || next == ']' || next == '\n' || length >= longest)) tell("");
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
        depth = 0;
        inString = false;
        escaped = false;
    }

    private void count(char next) {
        if (escaped) escaped = false;
        else if (inString) {
            escaped = next == '\\';
            inString = next != '"';
        } else if (next == '"') inString = true;
        else if (next == '{' || next == '[') depth++;
        else if (next == '}' || next == ']') depth--;
    }
}
