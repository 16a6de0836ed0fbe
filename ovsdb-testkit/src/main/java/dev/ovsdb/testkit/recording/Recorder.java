package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.conversation.Relay;

/**
 * Stands between clients and a server, and keeps what they say, with the time of each message. Thread-safe.
 *
 * <pre>{@code
 * try (Recorder recorder = Recorder.before("tcp:127.0.0.1:6640")) {
 *     run(program, recorder.remote());
 *     recorder.finish().save(Path.of("program.recording"));
 * }
 * }</pre>
 *
 * <p>Everything is kept in memory until then.
 */
public final class Recorder implements AutoCloseable {
    private final WorkFolder folder;
    private final NettyTransports transports;
    private final RecordingWitness witness;
    private final Listener listener;

    Recorder(RecorderBuilder options) {
        folder = WorkFolder.create();
        transports = NettyTransports.builder().threads(1).build(); // One loop: messages have one order.
        try {
            witness = new RecordingWitness(transports.eventLoop().clock());
            Relay relay = new Relay(transports, options.server(), options.connectOptions());
            listener = witness.hear(transports, place -> true)
                    .listen(options.place(folder), options.listenOptions(), relay)
                    .join();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Begins to record in front of a server without TLS; clients come to a place of the same kind, a Unix socket or a port of 127.0.0.1.
     *
     * @param server the connection method by which it is reached
     */
    public static Recorder before(String server) {
        return builder(server).start();
    }

    /** Says more about the two sides, such as their certificates. */
    public static RecorderBuilder builder(String server) {
        return new RecorderBuilder(ConnectionMethod.Active.parse(server));
    }

    /** The connection method by which clients come to be recorded. */
    public String remote() {
        return Places.remote(listener);
    }

    /** What was said so far. */
    public Recording recording() {
        return witness.recording();
    }

    /**
     * Waits until every client has gone that came, then gives all that was said.
     *
     * @throws IllegalStateException if one is still there after 10 s
     */
    public Recording finish() {
        return witness.finished();
    }

    /** Hangs up on whom is still there. What was recorded is kept. */
    @Override
    public void close() {
        try (folder) {
            transports.close();
        }
    }
}
