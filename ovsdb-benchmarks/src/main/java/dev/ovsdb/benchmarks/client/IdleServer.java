package dev.ovsdb.benchmarks.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server that does no work: it answers every {@code transact} with the same inserted row, so that only the client is
 * measured. {@code get_schema} and {@code list_dbs}, which some clients ask first, are answered too.
 *
 * <p>A process of its own, so that its CPU time is not counted as the client's: {@code IdleServer SCHEMA-FILE} prints its
 * port and serves one connection after the other until it is ended.
 */
final class IdleServer {
    private final byte[] schema;

    private IdleServer(byte[] schema) {
        this.schema = schema;
    }

    public static void main(String... args) throws IOException {
        IdleServer server = new IdleServer(Files.readAllBytes(Path.of(args[0])));
        try (ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            System.out.println(listener.getLocalPort());
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                new Thread(() -> server.serve(socket), "peer").start();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            RequestSplitter requests = new RequestSplitter();
            byte[] buffer = new byte[1 << 16];
            int count;
            while ((count = in.read(buffer)) > 0) {
                out.write(requests.answer(buffer, count, schema)); // All answers to a read in one write.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
