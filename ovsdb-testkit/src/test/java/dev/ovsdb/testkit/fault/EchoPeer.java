package dev.ovsdb.testkit.fault;

import dev.ovsdb.testkit.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A server that sends back what it gets, one connection after the other. */
final class EchoPeer implements AutoCloseable {
    private final WorkFolder folder; // Of the Unix socket, if it is one.
    private final StringBuffer received = new StringBuffer();
    private final ServerSocketChannel listener;
    private final String remote;
    private final Thread thread = new Thread(this::serveAll, "echo peer");

    private EchoPeer(WorkFolder folder, ServerSocketChannel listener, String remote) {
        this.folder = folder;
        this.listener = listener;
        this.remote = remote;
        thread.start();
    }

    static EchoPeer listen(String kind) {
        try {
            WorkFolder folder = WorkFolder.create();
            if (kind.equals("tcp")) return onTcp(folder, Sockets.listenOnTcp());
            return new EchoPeer(folder, Sockets.listenOnUnix(folder.file("echo")), "unix:" + folder.file("echo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EchoPeer onTcp(WorkFolder folder, ServerSocketChannel listener) throws IOException {
        int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
        return new EchoPeer(folder, listener, "tcp:127.0.0.1:" + port);
    }

    String remote() {
        return remote;
    }

    /** All that came on all connections. */
    String received() {
        return received.toString();
    }

    private void serveAll() {
        try {
            while (true) serve(listener.accept());
        } catch (IOException e) {
            // Closed, which is how this thread ends.
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer.clear()) >= 0) {
                received.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
                channel.write(buffer.flip());
            }
        } catch (IOException e) {
            // The test cut the connection.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            thread.join();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
