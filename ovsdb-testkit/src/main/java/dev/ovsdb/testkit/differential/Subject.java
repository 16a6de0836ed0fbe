package dev.ovsdb.testkit.differential;

import dev.ovsdb.testkit.ReferenceServer;

/** A server with one empty database, made for one script. */
public interface Subject extends AutoCloseable {
    /** Starts servers. */
    interface Factory {
        /** A new server that holds one empty database with this schema, as JSON. */
        Subject start(String schema);
    }

    /** A Unix socket on which it listens, as {@code unix:PATH}. */
    String remote();

    @Override
    void close();

    /** This project's server, in this process. */
    static Subject embedded(String schema) {
        return new EmbeddedSubject(schema);
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
            public void close() {
                server.close();
            }
        };
    }
}
