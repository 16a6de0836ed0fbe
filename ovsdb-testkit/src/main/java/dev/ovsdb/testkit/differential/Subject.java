package dev.ovsdb.testkit.differential;

import dev.ovsdb.testkit.ReferenceServer;
import java.nio.file.Path;
import java.util.Optional;

/** A server with one empty database, made for one script. */
public interface Subject extends AutoCloseable {
    /** Starts servers. */
    interface Factory {
        /** A new server that holds one empty database with this schema, as JSON. */
        Subject start(String schema);
    }

    /** A Unix socket on which it listens, as {@code unix:PATH}. */
    String remote();

    /** The file of its database, if it has one. All that it has acknowledged is there. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    void close();

    /** This project's server, in this process, with the database in memory. */
    static Subject embedded(String schema) {
        return EmbeddedSubject.inMemory(schema);
    }

    /** This project's server, in this process, with the database in a file. */
    static Subject stored(String schema) {
        return EmbeddedSubject.inFile(schema);
    }

    /** The reference server, as a process of its own. */
    static Subject reference(String schema) {
        ReferenceServer server = ReferenceServer.builder().schema(schema).unix().start();
        return new Subject() {
            @Override
            public String remote() {
                return server.remote("unix");
            }

            @Override
            public Optional<Path> file() {
                return Optional.of(server.databaseFile());
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
