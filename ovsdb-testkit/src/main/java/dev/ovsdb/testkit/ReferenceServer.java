package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.util.List;

/**
 * A running {@code ovsdb-server} of the reference implementation, as a local process or in a container.
 *
 * <pre>{@code
 * try (var server = ReferenceServer.builder().schema(path).tcp().unix().start()) {
 *     connect(server.remote("tcp"));
 *     server.kill();
 *     server.restart(); // The same port, the same file.
 * }
 * }</pre>
 *
 * <p>A server is ready when its builder's {@code start} or {@link #restart} returns. Confined to one thread, but for
 * {@link #log}. {@link #close} ends it and deletes its files.
 */
public interface ReferenceServer extends AutoCloseable {
    /** Where the server gets its schemas, listeners and options. */
    static ReferenceServerBuilder builder() {
        return new ReferenceServerBuilder();
    }

    /**
     * The connection method by which a client reaches the server, such as {@code tcp:127.0.0.1:40123}.
     *
     * @param name {@code "tcp"}, {@code "tcp6"}, {@code "ssl"} or {@code "unix"}
     * @throws IllegalArgumentException if the server was not told to listen there; the message says where it does
     */
    String remote(String name);

    /** All connection methods, in the order in which they were asked for. */
    List<String> remotes();

    /** The certificates of a server that speaks TLS. Throws {@link IllegalStateException} for one that does not. */
    ReferencePki pki();

    /** The names of the databases, in the order in which they were given. */
    List<String> databases();

    /** The file of the database, on this machine. */
    Path databaseFile(String database);

    /** The file of the only database. Throws {@link IllegalStateException} if there are others. */
    Path databaseFile();

    /** What the server wrote to its log. */
    ServerLog log();

    /**
     * Sends a command through the server's control socket, as {@code ovs-appctl} does.
     *
     * @return what it answers, without the last line's end
     * @throws IllegalStateException with the answer, if that is an error
     */
    String appctl(String command, String... arguments);

    /** True between start and end; a paused server is running. */
    boolean isRunning();

    /** Ends the server at once (SIGKILL), as a crash would: connections are reset, nothing is flushed. */
    void kill();

    /** Ends the server in order (SIGTERM). */
    void stop();

    /** Starts the server that has ended on the same ports, sockets and files; one that runs is stopped before. */
    void restart();

    /** Freezes the server (SIGSTOP): connections stay open, the kernel accepts more, and nothing is answered. */
    void pause();

    /** Lets a paused server go on. */
    void resume();

    @Override
    void close();
}
