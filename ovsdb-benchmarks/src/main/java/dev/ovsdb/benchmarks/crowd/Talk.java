package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/** A session whose messages are taken one after the other, on one thread. Probes are answered on the way. */
final class Talk implements AutoCloseable {
    private final SocketChannel channel;
    private final Queue<Message> heard = new ArrayDeque<>();
    private final MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, heard::add);
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);

    Talk(SocketChannel channel) {
        this.channel = channel;
    }

    void say(String text) throws IOException {
        ByteBuffer bytes = Words.bytes(text);
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /**
     * Waits for the next message that is no probe.
     *
     * @throws IOException if the server hangs up
     */
    Message hear() throws IOException {
        while (true) {
            Message next = heard.poll();
            if (next == null) read();
            else if (Member.isProbe(next)) say(Member.PROBE_ANSWER);
            else return next;
        }
    }

    /** The body of the next message, which must be a reply without an error. */
    String reply() throws IOException {
        Message next = hear();
        if (next.kind() != Message.Kind.REPLY) throw new IOException("no reply but " + next);
        return next.requireBody().toValue().toString();
    }

    private void read() throws IOException {
        if (channel.read(in.clear()) < 0) throw new IOException("the server hung up");
        framer.feed(in.flip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
