package dev.ovsdb.testkit.fuzz;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;

/** A connection on which anything is sent. What the server thinks of it is not its business, so long as the server ends it. */
final class NoisyClient {
    private static final int PATIENCE = 100_000; // Pauses of 100 us and more.

    private final ConnectionMethod.Active place;
    private final SocketChannel channel;

    NoisyClient(ConnectionMethod.Active place) throws IOException {
        this.place = place;
        this.channel = SocketChannel.open(address(place));
        channel.configureBlocking(false);
    }

    private static SocketAddress address(ConnectionMethod.Active place) {
        if (place instanceof ConnectionMethod.Unix unix) {
            return UnixDomainSocketAddress.of(unix.socketPath());
        }
        return place instanceof ConnectionMethod.Tcp tcp
                ? new InetSocketAddress("127.0.0.1", tcp.port())
                : new InetSocketAddress("127.0.0.1", ((ConnectionMethod.Ssl) place).port());
    }

    /** Sends what the socket takes; the server may have hung up long ago. */
    void send(byte[] bytes) {
        try {
            if (channel.isOpen()) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        } catch (IOException e) {
            close();
        }
    }

    void reset() {
        try {
            if (channel.isOpen() && !(place instanceof ConnectionMethod.Unix)) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) { // Gone already.
        }
        close();
    }

    /** Ends the stream and waits until the server has ended it too. */
    void end() {
        try {
            if (channel.isOpen()) {
                channel.shutdownOutput();
                readToEnd();
            }
        } catch (IOException e) { // It was reset: ended all the same.
        }
        close();
    }

    private void readToEnd() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
        for (int i = 0; i < PATIENCE; i++) {
            int length = channel.read(buffer.clear());
            if (length < 0) {
                return;
            }
            if (length == 0) {
                LockSupport.parkNanos(100_000);
            }
        }
        throw new AssertionError("the server keeps a connection whose peer has ended it");
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
