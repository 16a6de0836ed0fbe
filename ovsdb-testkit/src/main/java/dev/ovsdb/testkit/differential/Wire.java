package dev.ovsdb.testkit.differential;

import dev.ovsdb.conformance.wire.Brackets;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One Unix socket to a server: bytes out, messages in.
 *
 * <p>Messages are told apart by counting brackets, and end what {@link #receive} waits for. Confined to one thread, which also
 * does the reading: what the server sends meanwhile waits in the socket.
 */
final class Wire implements AutoCloseable {
    /** Received in place of a message when the server ended the connection. */
    static final JsonValue END = Json.text("(the connection was dropped)");

    /** Received in place of a message when the server says nothing. */
    static final JsonValue SILENCE = Json.text("(nothing was said)");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final Deque<JsonValue> complete = new ArrayDeque<>();
    private final Brackets brackets = new Brackets();
    private boolean ended;

    private Wire(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    static Wire open(String remote) {
        var method = (ConnectionMethod.Unix) ConnectionMethod.parse(remote);
        try {
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(method.socketPath()));
            Selector selector = Selector.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return new Wire(channel, selector);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to " + remote, e);
        }
    }

    /** Writes the text. What a server said before it closed the connection is still received. */
    void send(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) read(Duration.ofMillis(1)); // Both sides may have full buffers.
            }
        } catch (IOException e) {
            while (!ended) read(PATIENCE);
        }
    }

    /** The next message; {@link #SILENCE} if nothing comes for 20 seconds, {@link #END} if the server closed the connection. */
    JsonValue receive() {
        while (complete.isEmpty()) {
            if (ended) return END;
            if (!read(PATIENCE)) return SILENCE;
        }
        return complete.remove();
    }

    /** Whether something came, if only the end. */
    private boolean read(Duration patience) {
        try {
            if (selector.select(patience.toMillis()) == 0) return false;
            selector.selectedKeys().clear();
            int count = channel.read(buffer.clear());
            if (count < 0) ended = true;
            for (int i = 0; i < count; i++) take(buffer.get(i));
        } catch (IOException e) {
            ended = true; // A reset is an end too.
        }
        return true;
    }

    private void take(byte next) {
        if (partial.size() == 0 && next != '{') return;
        partial.write(next);
        brackets.take(next);
        if (!brackets.balanced()) return;
        complete.add(JsonValue.parse(partial.toByteArray()));
        partial.reset();
    }

    @Override
    public void close() {
        try (selector) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
