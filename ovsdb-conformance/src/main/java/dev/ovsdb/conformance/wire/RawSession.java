package dev.ovsdb.conformance.wire;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection: bytes out, messages in, nothing in between. It answers no probe and knows no request.
 *
 * <p>For one thread, which may not be an event loop: reading blocks.
 */
public final class RawSession implements AutoCloseable {
    private static final byte[] END = {};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Transport transport;
    private final Runnable afterwards;
    private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();

    private RawSession(Transport transport, Runnable afterwards) {
        this.transport = transport;
        this.afterwards = afterwards;
        transport.eventLoop().execute(() -> transport.start(new Splitting()));
    }

    /** Over a transport that nobody has started; it belongs to the session from now on. */
    public static RawSession over(Transport transport) {
        return new RawSession(transport, () -> {});
    }

    /**
     * Connects, by a thread of its own.
     *
     * @param remote a connection method: {@code tcp:} or {@code unix:}
     * @throws RuntimeException if it cannot be connected to
     */
    public static RawSession open(String remote) {
        NettyTransports transports = NettyTransports.builder().threads(1).build();
        try {
            Transport transport = transports
                    .connect(ConnectionMethod.Active.parse(remote), ConnectOptions.defaults())
                    .join();
            return new RawSession(transport, transports::close);
        } catch (RuntimeException e) {
            transports.close();
            throw e;
        }
    }

    /** Sends bytes, whatever they are. Where the connection has ended they go nowhere. */
    public void send(byte[] bytes) {
        ByteBuffer copy = ByteBuffer.wrap(bytes.clone());
        transport.eventLoop().execute(() -> transport.send(List.of(copy)));
    }

    /** Sends JSON, {@code '} standing for {@code "}. */
    public void send(String json) {
        send(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The next message; fails if the connection ends first.
     *
     * @throws AssertionError if the connection ended, or nothing came for 60 s
     */
    public byte[] receive() {
        return receiveUnlessClosed()
                .orElseThrow(() -> new AssertionError("the peer closed the connection instead of sending a message"));
    }

    /**
     * The next message; empty if the connection has ended.
     *
     * @throws AssertionError if nothing came for 60 s
     */
    public Optional<byte[]> receiveUnlessClosed() {
        return heard(PATIENCE)
                .orElseThrow(() -> new AssertionError("the peer sent nothing for " + PATIENCE))
                .message();
    }

    /** The next message, as text. Fails as {@link #receive()} does. */
    public String receiveText() {
        return new String(receive(), StandardCharsets.UTF_8);
    }

    /**
     * Waits for the end of the connection.
     *
     * @throws AssertionError if a message comes first, or nothing for 60 s
     */
    public void expectClosed() {
        receiveUnlessClosed().ifPresent(message -> {
            throw new AssertionError("not closed but sent " + new String(message, StandardCharsets.UTF_8));
        });
    }

    /**
     * What the peer does next: sends a message or ends the connection; empty if it does nothing for that long.
     *
     * @throws IllegalStateException if the thread was interrupted, which it stays
     */
    public Optional<Heard> heard(Duration patience) {
        byte[] message = poll(patience);
        if (message == END) messages.add(END); // It stays closed.
        return message == null
                ? Optional.empty()
                : Optional.of(new Heard(message == END ? Optional.empty() : Optional.of(message)));
    }

    /**
     * What a peer did.
     *
     * @param message what it sent; empty if it ended the connection
     */
    public record Heard(Optional<byte[]> message) {}

    private byte @Nullable [] poll(Duration patience) {
        try {
            return messages.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the peer", e);
        }
    }

    @Override
    public void close() {
        transport.eventLoop().execute(transport::close);
        afterwards.run();
    }

    /** On the transport's loop. A reset is an end like any other. */
    private final class Splitting implements TransportListener {
        private final MessageSplitter splitter = new MessageSplitter();

        @Override
        public void onBytes(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            messages.addAll(splitter.feed(copy));
        }

        @Override
        public void onWritable() {}

        @Override
        public void onClosed(@Nullable Throwable cause) {
            messages.add(END);
        }
    }
}
