package dev.ovsdb.benchmarks.workload;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection of the load: writes prepared bytes and counts the messages that come back, by their brackets, without reading
 * them.
 */
public final class Peer implements AutoCloseable {
    private static final byte[] NO_ERROR = "\"error\":null".getBytes(StandardCharsets.US_ASCII);

    private final ByteChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 18);
    private final byte[] chunk = new byte[1 << 18];
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 16);
    private int depth;
    private boolean inString;
    private boolean escaped;
    private long bytes;
    private long marks;
    private long markSum;
    private int digitsLeft;
    private long digits;

    private Peer(ByteChannel channel) {
        this.channel = channel;
    }

    public static Peer open(Target target) throws IOException {
        return new Peer(
                target.isTls()
                        ? target.tls().connect()
                        : SocketChannel.open(UnixDomainSocketAddress.of(target.socket())));
    }

    /** The channel, if a selector can watch it: a TLS connection blocks. */
    public Optional<SocketChannel> selectable() {
        return channel instanceof SocketChannel socket ? Optional.of(socket) : Optional.empty();
    }

    /** Adds a request to what {@link #flush} writes. */
    public void add(byte[] request) throws IOException {
        if (out.remaining() < request.length) flush();
        if (request.length > out.capacity()) {
            ByteBuffer whole = ByteBuffer.wrap(request);
            while (whole.hasRemaining()) channel.write(whole);
        } else {
            out.put(request);
        }
    }

    public void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) channel.write(out);
        out.clear();
    }

    /** Whether {@link #add} would take a request of this many bytes without writing. */
    public boolean hasRoom(int bytes) {
        return out.remaining() >= bytes;
    }

    /** Writes what the channel takes now, if it does not block. */
    public void flushSome() throws IOException {
        out.flip();
        channel.write(out);
        out.compact();
    }

    public void send(String text) throws IOException {
        add(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        flush();
    }

    /** Reads once, and returns how many messages ended in what came. */
    public int read() throws IOException {
        int count = fill();
        int ended = 0;
        for (int i = 0; i < count; i++) if (ends(chunk[i])) ended++;
        return ended;
    }

    /** Reads once, looking only for rows: a {@code ~} in a value, with the row's number in eight digits behind it. */
    public void readRows() throws IOException {
        int count = fill();
        for (int i = 0; i < count; i++) {
            byte next = chunk[i];
            if (digitsLeft > 0) {
                digits = 10 * digits + next - '0';
                if (--digitsLeft == 0) markSum += digits;
            } else if (next == '~') {
                marks++;
                digits = 0;
                digitsLeft = 8;
            }
        }
    }

    /** Waits for one message. */
    public void await() throws IOException {
        int ended = 0;
        while (ended == 0) ended = read();
    }

    /** Waits for a reply, long or not, by the member that only replies have; updates may come before it and right behind it. */
    public void awaitReply() throws IOException {
        int matched = 0;
        while (matched < NO_ERROR.length) {
            int count = fill();
            for (int i = 0; i < count && matched < NO_ERROR.length; i++) {
                byte next = chunk[i];
                matched = next == NO_ERROR[matched] ? matched + 1 : next == NO_ERROR[0] ? 1 : 0;
            }
        }
    }

    /** One message as text. */
    public String ask(String text) throws IOException {
        send(text);
        StringBuilder reply = new StringBuilder();
        while (true) {
            int count = fill();
            reply.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
            int ended = 0;
            for (int i = 0; i < count; i++) if (ends(chunk[i])) ended++;
            if (ended > 0) return reply.toString();
        }
    }

    private int fill() throws IOException {
        int count = channel.read(in.clear());
        if (count < 0) throw new IOException("the server closed the connection");
        in.flip().get(chunk, 0, count);
        bytes += count;
        return count;
    }

    private boolean ends(byte next) {
        if (inString) {
            inString = escaped || next != '"';
            escaped = !escaped && next == '\\';
            return false;
        }
        switch (next) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                return --depth == 0;
            }
            default -> {}
        }
        return false;
    }

    public long bytes() {
        return bytes;
    }

    public long marks() {
        return marks;
    }

    public long markSum() {
        return markSum;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
