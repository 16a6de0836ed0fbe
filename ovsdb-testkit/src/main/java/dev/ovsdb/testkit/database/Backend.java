package dev.ovsdb.testkit.database;

import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.testkit.ReferenceServer;
import java.util.Map;
import java.util.Optional;

/** The server that a {@link TestServer} stands for. */
interface Backend extends AutoCloseable {
    ServerKind kind();

    /** Where the test and what it tests connect to, and are heard: for each kind that was asked for. */
    Map<String, String> remotes();

    /** A session of the kit's own, which is not heard. */
    OvsdbClientBuilder ownSession();

    /** The reference server, if it is one. */
    Optional<ReferenceServer> reference();

    @Override
    void close();
}
