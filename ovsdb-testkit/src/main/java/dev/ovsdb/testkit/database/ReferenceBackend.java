package dev.ovsdb.testkit.database;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.conversation.Conversation;
import java.util.List;
import java.util.Optional;

/** A reference server. Only the sessions that the kit makes for the test are heard: nobody stands between it and others. */
final class ReferenceBackend implements Backend {
    private final ServerKind kind;
    private final Conversation conversation;
    private final ReferenceServer server;
    private final NettyTransports transports;

    ReferenceBackend(ServerKind kind, List<DatabaseSchema> schemas, Conversation conversation) {
        this.kind = kind;
        this.conversation = conversation;
        ReferenceServerBuilder builder = ReferenceServer.builder();
        schemas.forEach(builder::schema);
        // A container's socket is a file of this machine only where engine and test share a kernel.
        server = kind == ServerKind.CONTAINER
                ? builder.tcp().startContainer()
                : builder.unix().start();
        transports =
                NettyTransports.builder().threads(2).build(); // Last: without the program there is nothing to close.
    }

    @Override
    public ServerKind kind() {
        return kind;
    }

    @Override
    public String remote() {
        return server.remotes().get(0);
    }

    @Override
    public OvsdbClientBuilder session() {
        return OvsdbClient.builder().connector(conversation.hear(transports)).remotes(remote());
    }

    @Override
    public OvsdbClientBuilder ownSession() {
        return OvsdbClient.builder().connector(transports).remotes(remote());
    }

    @Override
    public Optional<ReferenceServer> reference() {
        return Optional.of(server);
    }

    @Override
    public void close() {
        try (transports) {
            server.close();
        }
    }
}
