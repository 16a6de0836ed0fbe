package dev.ovsdb.testkit.fault;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A blocking socket for ASCII. */
record RawClient(SocketChannel channel) implements AutoCloseable {
    static RawClient connect(String remote) throws IOException {
        return new RawClient(SocketChannel.open(Sockets.address(ConnectionMethod.Active.parse(remote))));
    }

    void send(String text) throws IOException {
        channel.write(StandardCharsets.US_ASCII.encode(text));
    }

    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    String read(int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        return text(buffer);
    }

    String readToEnd() throws IOException {
        return read(1 << 16);
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
