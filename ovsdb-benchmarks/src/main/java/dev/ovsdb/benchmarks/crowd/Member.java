package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One session of a {@link Members}. It answers probes by itself. */
final class Member {
    static final String PROBE_ANSWER = "{\"id\":\"echo\",\"result\":[],\"error\":null}";

    private final SocketChannel channel;
    private final MessageFramer framer;
    private boolean ended;

    /** @param messages what the server says, but for its probes */
    Member(SocketChannel channel, Consumer<Message> messages) {
        this.channel = channel;
        this.framer = new MessageFramer(FramingLimits.DEFAULT, message -> {
            if (isProbe(message)) send(PROBE_ANSWER);
            else messages.accept(message);
        });
    }

    static boolean isProbe(Message message) {
        return message.kind() == Message.Kind.REQUEST && message.requireMethod().equals("echo");
    }

    SocketChannel channel() {
        return channel;
    }

    boolean hasEnded() {
        return ended;
    }

    /** What is sent is small and always fits the socket's buffer, since the server reads. */
    void send(String text) {
        ByteBuffer bytes = Words.bytes(text);
        try {
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            ended = true;
        }
    }

    void read(ByteBuffer buffer) {
        try {
            int count = channel.read(buffer.clear());
            if (count < 0) end();
            else framer.feed(buffer.flip());
        } catch (IOException e) {
            end();
        }
    }

    void end() {
        ended = true;
        try {
            channel.close();
        } catch (IOException e) {
            // It has ended all the same.
        }
    }
}
