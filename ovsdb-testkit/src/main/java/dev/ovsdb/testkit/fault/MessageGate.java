package dev.ovsdb.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bytes of one direction of a connection together to messages while the {@link Script} looks for some, and lets all pass as it
 * comes otherwise. Confined to the thread that carries them.
 */
final class MessageGate {
    private static final int MOST = 256 << 20;

    private final Script script;
    private final Requests requests;
    private final Direction direction;
    private final Marks marks;
    private final Hold.Writer back;
    private final MessageEnds ends = MessageEnds.ofJson();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean apart; // Whether messages are told apart just now.
    private @Nullable ByteBuffer again;

    MessageGate(Script script, Requests requests, Direction direction, Marks marks, Hold.Writer back) {
        this.script = script;
        this.requests = requests;
        this.direction = direction;
        this.marks = marks;
        this.back = back;
    }

    /** What passes next of the chunk; null if nothing does before more has come. */
    @Nullable
    ByteBuffer next(ByteBuffer chunk) throws IOException {
        if (again != null) {
            ByteBuffer twin = again;
            again = null;
            return twin;
        }
        while (chunk.hasRemaining()) {
            if (message.size() == 0) apart = script.isActive() && (apart || marks.isBetween());
            if (!apart) return script.isActive() ? toNextEnd(chunk) : all(chunk);
            if (!assemble(chunk)) continue;
            ByteBuffer judged = judge();
            if (judged != null) return judged;
        }
        return null;
    }

    /** A message began before the script was there: what may be its end ends a piece. */
    private static ByteBuffer toNextEnd(ByteBuffer chunk) {
        int at = chunk.position();
        while (at < chunk.limit() - 1 && chunk.get(at) != '}' && chunk.get(at) != ']') at++;
        return part(chunk, at + 1);
    }

    private static ByteBuffer all(ByteBuffer chunk) {
        return part(chunk, chunk.limit());
    }

    private static ByteBuffer part(ByteBuffer chunk, int end) {
        ByteBuffer part = chunk.slice(chunk.position(), end - chunk.position());
        chunk.position(end);
        return part;
    }

    /** True if the message is complete. */
    private boolean assemble(ByteBuffer chunk) throws IOException {
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            message.write(next);
            if (ends.take(next)) return true;
        }
        if (message.size() > MOST) throw new IOException("a message of more than " + MOST + " bytes");
        return false;
    }

    private @Nullable ByteBuffer judge() {
        ByteBuffer bytes = ByteBuffer.wrap(message.toByteArray());
        message.reset();
        String text =
                StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().strip();
        ProxiedMessage read = requests.read(direction, marks.count() + 1, text);
        return switch (script.judge(read, bytes, back)) {
            case PASS -> bytes;
            case PASS_TWICE -> {
                again = bytes.duplicate();
                yield bytes;
            }
            case HELD -> null;
        };
    }
}
