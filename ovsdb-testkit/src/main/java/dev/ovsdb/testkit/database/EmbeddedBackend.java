package dev.ovsdb.testkit.database;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.OvsdbServerBuilder;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseHandlerBuilder;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.conversation.Conversation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This project's server in this process. It hears every session but the kit's own, which have a socket of their own. */
final class EmbeddedBackend implements Backend {
    private static final String OWN_SOCKET = "kit.sock";

    private final WorkFolder folder = WorkFolder.create();
    private final NettyTransports transports =
            NettyTransports.builder().threads(2).build();
    private final OvsdbServer server;
    private final Map<String, String> remotes = new LinkedHashMap<>();

    EmbeddedBackend(List<DatabaseSchema> schemas, RemotePlan plan, Conversation conversation) {
        try {
            DatabaseHandlerBuilder databases = DatabaseHandler.builder();
            schemas.forEach(databases::database);
            OvsdbServerBuilder builder = OvsdbServer.builder()
                    .handler(databases.build())
                    .connector(transports)
                    .binder(conversation.hear(transports, place -> !place.endsWith(OWN_SOCKET)));
            plan.pki().ifPresent(pki -> builder.tls(pki.serverTls()));
            for (String kind : plan.kinds()) builder.listen(RemotePlan.passive(kind, folder));
            server = builder.listen("punix:" + folder.file(OWN_SOCKET)).startBlocking();
            for (int i = 0; i < plan.kinds().size(); i++) {
                String kind = plan.kinds().get(i);
                remotes.put(
                        kind,
                        RemotePlan.active(kind, folder, port(server.methods().get(i))));
            }
        } catch (RuntimeException e) {
            transports.close();
            folder.close();
            throw e;
        }
    }

    private static int port(ConnectionMethod method) {
        if (method instanceof ConnectionMethod.PassiveTcp tcp) return tcp.port();
        return method instanceof ConnectionMethod.PassiveSsl ssl ? ssl.port() : 0;
    }

    @Override
    public ServerKind kind() {
        return ServerKind.EMBEDDED;
    }

    @Override
    public Map<String, String> remotes() {
        return remotes;
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
