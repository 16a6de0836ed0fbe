package dev.ovsdb.client.huge;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers one client, from a thread of its own: a small schema, and one reply of at least so many bytes. */
final class HugeServer implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile("\"id\":(\\d+),\"method\":\"(\\w+)\"|\"method\":\"(\\w+)\".*?\"id\":(\\d+)");
    private static final String SCHEMA =
            "{\"name\":\"db\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"columns\":{\"name\":{\"type\":\"string\"}}}}}";
    private static final String NAME = "x".repeat(4000);

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final long bytes;
    private long rows;

    HugeServer(long bytes) throws IOException {
        this.bytes = bytes;
        Thread thread = new Thread(this::serve, "huge-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many rows were sent. */
    synchronized long rows() {
        return rows;
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            OutputStream out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
            InputStream in = client.getInputStream();
            StringBuilder heard = new StringBuilder();
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                heard.append(new String(piece, 0, read, StandardCharsets.UTF_8));
                answerAll(heard, out);
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone; its own verdict is what counts.
        }
    }

    private void answerAll(StringBuilder heard, OutputStream out) throws IOException {
        Matcher request = REQUEST.matcher(heard);
        int end = 0;
        while (request.find()) {
            String id = request.group(1) != null ? request.group(1) : request.group(4);
            String method = request.group(2) != null ? request.group(2) : request.group(3);
            answer(id, method, out);
            end = request.end();
        }
        heard.delete(0, end);
    }

    private void answer(String id, String method, OutputStream out) throws IOException {
        write(out, "{\"id\":" + id + ",\"result\":");
        switch (method) {
            case "get_schema" -> write(out, SCHEMA);
            case "get_server_id" -> write(out, "\"" + uuid(1) + "\"");
            case "monitor_cond_since" -> {
                write(out, "[false,\"00000000-0000-0000-0000-000000000000\",{\"T\":{");
                rows(out, number -> "\"" + uuid(number) + "\":{\"initial\":{\"name\":\"" + NAME + "\"}}");
                write(out, "}}]");
            }
            case "transact" -> {
                write(out, "[{\"rows\":[");
                rows(out, number -> "{\"_uuid\":[\"uuid\",\"" + uuid(number) + "\"],\"name\":\"" + NAME + "\"}");
                write(out, "]}]");
            }
            default -> write(out, "{}");
        }
        write(out, ",\"error\":null}");
    }

    private interface RowText {
        String of(long number);
    }

    private void rows(OutputStream out, RowText text) throws IOException {
        long sent = 0;
        long number = 0;
        for (; sent < bytes; number++) {
            String row = (number == 0 ? "" : ",") + text.of(number);
            write(out, row);
            sent += row.length();
        }
        synchronized (this) {
            rows = number;
        }
    }

    private static String uuid(long number) {
        return String.format("00000000-0000-4000-8000-%012x", number);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
