package dev.ovsdb.testkit;

import java.nio.file.Path;

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
public interface ReferenceServer extends RunningServer {
    /** Where the server gets its schemas, listeners and options. */
    static ReferenceServerBuilder builder() {
        return new ReferenceServerBuilder();
    }

    /** The file of the database, on this machine. */
    Path databaseFile(String database);

    /** The file of the only database. Throws {@link IllegalStateException} if there are others. */
    Path databaseFile();

    /** Starts the server that has ended on the same ports, sockets and files; one that runs is stopped before. */
    void restart();
}
