package dev.ovsdb.testkit.database;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseHandlerBuilder;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.conversation.Conversation;
import java.util.List;
import java.util.Optional;

/** This project's server in this process. It hears every session but the kit's own, which have a socket of their own. */
final class EmbeddedBackend implements Backend {
    private static final String SOCKET = "db.sock";
    private static final String OWN_SOCKET = "kit.sock";

    private final WorkFolder folder = WorkFolder.create();
    private final NettyTransports transports =
            NettyTransports.builder().threads(2).build();
    private final OvsdbServer server;

    EmbeddedBackend(List<DatabaseSchema> schemas, Conversation conversation) {
        try {
            DatabaseHandlerBuilder databases = DatabaseHandler.builder();
            schemas.forEach(databases::database);
            server = OvsdbServer.builder()
                    .handler(databases.build())
                    .connector(transports)
                    .binder(conversation.hear(transports, place -> place.endsWith(SOCKET)))
                    .listen("punix:" + folder.file(SOCKET), "punix:" + folder.file(OWN_SOCKET))
                    .startBlocking();
        } catch (RuntimeException e) {
            transports.close();
            folder.close();
            throw e;
        }
    }

    @Override
    public ServerKind kind() {
        return ServerKind.EMBEDDED;
    }

    @Override
    public String remote() {
        return "unix:" + folder.file(SOCKET);
    }

    @Override
    public OvsdbClientBuilder ownSession() {
        return OvsdbClient.builder().connector(transports).remotes("unix:" + folder.file(OWN_SOCKET));
    }

    @Override
    public Optional<ReferenceServer> reference() {
        return Optional.empty();
    }

    @Override
    public void close() {
        try (folder;
                transports) {
            server.close();
        }
    }
}
