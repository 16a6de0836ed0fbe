package dev.ovsdb.testkit.differential;

import dev.ovsdb.testkit.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The reference, but for an alteration of what it says: a server with a planted fault. */
final class AlteringProxy implements Subject {
    private final Subject behind;
    private final UnaryOperator<String> alteration;
    private final WorkFolder folder = WorkFolder.create();
    private final ServerSocketChannel listener;

    private AlteringProxy(Subject behind, UnaryOperator<String> alteration) throws IOException {
        this.behind = behind;
        this.alteration = alteration;
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(folder.file("sock")));
        start(this::accept);
    }

    /** @param alteration of the text of one read; it must keep the number of characters that end in an unfinished message */
    static Subject.Factory altering(UnaryOperator<String> alteration) {
        return schema -> {
            try {
                return new AlteringProxy(Subject.reference(schema), alteration);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public String remote() {
        return "unix:" + folder.file("sock");
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = listener.accept();
            SocketChannel server = SocketChannel.open(
                    UnixDomainSocketAddress.of(behind.remote().substring("unix:".length())));
            start(() -> pump(client, server, UnaryOperator.identity()));
            start(() -> pump(server, client, alteration));
        }
    }

    private static void pump(SocketChannel from, SocketChannel to, UnaryOperator<String> change) throws IOException {
        try (from;
                to) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
            while (from.read(buffer.clear()) >= 0) {
                // Bytes as characters: a read may end within one.
                String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
                ByteBuffer changed = ByteBuffer.wrap(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
                while (changed.hasRemaining()) to.write(changed);
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // Either end closed the connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try (behind;
                folder) {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
