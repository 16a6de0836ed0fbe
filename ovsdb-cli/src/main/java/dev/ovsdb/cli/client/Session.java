package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.InterruptedCommandException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.connection.Call;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A conversation with one server, for a program that does one thing at a time.
 *
 * <p>Confined to the program's thread. What arrives is put into a queue by the event loop, in wire order; above
 * {@link #MANY} the connection is not read, so that a slow reader of our output slows the server down and not fills our memory.
 */
final class Session implements AutoCloseable {
    private static final int MANY = 64;
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final String server;
    private final JsonRpcConnection connection;
    private final BlockingQueue<Reply> arrived;
    private final Console console;

    private Session(String server, JsonRpcConnection connection, BlockingQueue<Reply> arrived, Console console) {
        this.server = server;
        this.connection = connection;
        this.arrived = arrived;
        this.console = console;
    }

    /** Speaks over a transport that was just opened. */
    static Session over(String server, Transport transport, Console console) {
        return over(server, transport, console, options().build());
    }

    /** The same, noticing when the server falls silent: for those who then go to another, or come back. */
    static Session probing(String server, Transport transport, Console console) {
        return over(server, transport, console, options().inactivityProbe(PROBE).build());
    }

    private static ConnectionOptions.Builder options() {
        return ConnectionOptions.builder().maxMessageBytes(Integer.MAX_VALUE - 1024L);
    }

    private static Session over(String server, Transport transport, Console console, ConnectionOptions options) {
        BlockingQueue<Reply> arrived = new LinkedBlockingQueue<>();
        JsonRpcConnection connection = JsonRpcConnection.open(transport, options, new Arrivals(arrived));
        connection.closed().thenAccept(cause -> arrived.add(new Reply.End(Errno.ofEnd(cause))));
        return new Session(server, connection, arrived, console);
    }

    /** The connection method by which the server was reached, as given. */
    String server() {
        return server;
    }

    /** Calls a method and waits for the answer, passing over notifications that arrive meanwhile. */
    Reply call(String method, JsonValue... params) {
        try {
            return new Reply.Result(
                    Waiting.on(connection.call(request(method, params)).future()));
        } catch (Waiting.Failed e) {
            return reply(e.reason());
        }
    }

    /** Calls a method; {@link #next} will give the answer. */
    void send(String method, JsonValue... params) {
        connection.call(request(method, params)).future().whenComplete((body, failure) -> {
            if (failure == null) {
                arrived.add(new Reply.Result(body));
            } else if (failure instanceof RemoteErrorException error) {
                arrived.add(new Reply.Failure(error.error()));
            } // Else the connection has ended, which is told once.
        });
    }

    /** What arrives next, waiting for it if need be. */
    Reply next() {
        if (arrived.size() < MANY) {
            connection.resumeReading();
        } else {
            connection.pauseReading();
        }
        try {
            return arrived.take();
        } catch (InterruptedException e) {
            throw new InterruptedCommandException();
        }
    }

    /** Whether nothing has arrived that {@link #next} would give at once. */
    boolean isQuiet() {
        return arrived.isEmpty();
    }

    private Call<JsonBytes> request(String method, JsonValue... params) {
        Progress progress =
                new Progress(console.clock(), console.err(), console.terminals().error());
        return new Call<>(
                method,
                JsonBytes.of(JsonValue.array(params)),
                Duration.ZERO,
                Call.TimeoutFrom.REQUEST,
                progress::consumer);
    }

    private static Reply reply(Throwable failure) {
        return failure instanceof RemoteErrorException error
                ? new Reply.Failure(error.error())
                : new Reply.End(Errno.ofEnd(failure));
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Keeps notifications in their order among the answers. */
    private record Arrivals(BlockingQueue<Reply> arrived) implements PeerHandler {
        @Override
        public void onNotification(String method, JsonBytes params) {
            arrived.add(new Reply.Notice(method, params));
        }
    }
}
