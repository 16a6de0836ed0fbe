package dev.ovsdb.testkit.wire;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Unix socket to a server: bytes out, messages in, nothing in between. */
public final class RawSession implements AutoCloseable {
    private static final byte[] END = {};
    private static final long PATIENCE_SECONDS = 60;

    private final SocketChannel channel;
    private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();

    private RawSession(SocketChannel channel) {
        this.channel = channel;
        Thread reader = new Thread(this::readAll, "raw session");
        reader.setDaemon(true);
        reader.start();
    }

    public static RawSession open(String remote) {
        ConnectionMethod.Unix method = (ConnectionMethod.Unix) ConnectionMethod.parse(remote);
        try {
            return new RawSession(SocketChannel.open(UnixDomainSocketAddress.of(method.socketPath())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to " + remote, e);
        }
    }

    public void send(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String json) {
        send(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The next message; fails if the connection ends first. */
    byte[] receive() {
        byte[] message = next();
        if (message == END) throw new AssertionError("the server closed the connection instead of sending a message");
        return message;
    }

    /** The next message; empty if the connection has ended. */
    public Optional<byte[]> receiveUnlessClosed() {
        byte[] message = next();
        if (message == END) messages.add(END); // It stays closed.
        return message == END ? Optional.empty() : Optional.of(message);
    }

    /** The next message, as text. */
    String receiveText() {
        return new String(receive(), StandardCharsets.UTF_8);
    }

    /** Waits for the end of the connection; fails if a message comes first. */
    void expectClosed() {
        byte[] message = next();
        if (message != END)
            throw new AssertionError("not closed but sent " + new String(message, StandardCharsets.UTF_8));
        messages.add(END); // It stays closed.
    }

    private byte[] next() {
        try {
            byte[] message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) throw new AssertionError("the server sent nothing for " + PATIENCE_SECONDS + " s");
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void readAll() {
        MessageSplitter splitter = new MessageSplitter();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                messages.addAll(splitter.feed(Arrays.copyOf(buffer.array(), buffer.position())));
            }
        } catch (IOException e) {
            // The server reset the connection, or the test closed it: both are an end.
        }
        messages.add(END);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
