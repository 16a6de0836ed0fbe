package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.List;

/**
 * An {@code ovsdb-server} that a test has started, wherever it runs: what a program of this machine and a container have in common.
 *
 * <p>Confined to one thread, but for {@link #log}. {@link #close} ends it and deletes its files.
 */
public interface RunningServer extends AutoCloseable {
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

    /** Freezes the server (SIGSTOP): connections stay open, the kernel accepts more, and nothing is answered. */
    void pause();

    /** Lets a paused server go on. */
    void resume();

    @Override
    void close();
}
