package dev.ovsdb.testkit.database;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.conversation.Conversation;
import dev.ovsdb.testkit.conversation.Relay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reference server, behind a relay at which every session but the kit's own is heard. */
final class ReferenceBackend implements Backend {
    private final ServerKind kind;
    private final ReferenceServer server;
    private final WorkFolder folder;
    private final NettyTransports transports;
    private final Map<String, String> remotes = new LinkedHashMap<>();

    ReferenceBackend(ServerKind kind, List<DatabaseSchema> schemas, RemotePlan plan, Conversation conversation) {
        this.kind = kind;
        ReferenceServerBuilder builder = ReferenceServer.builder();
        schemas.forEach(builder::schema);
        // A container's socket is a file of this machine only where engine and test share a kernel.
        server = kind == ServerKind.CONTAINER
                ? builder.tcp().startContainer()
                : builder.unix().start();
        folder = WorkFolder.create(); // Behind the server: where there is none, nothing else is to be closed.
        transports = NettyTransports.builder().threads(2).build();
        Relay relay = new Relay(transports, ConnectionMethod.Active.parse(ownRemote()));
        Binder heard = conversation.hear(transports, place -> true);
        for (String kindOfRemote : plan.kinds()) {
            ConnectionMethod.Passive place = ConnectionMethod.Passive.parse(RemotePlan.passive(kindOfRemote, folder));
            int port = heard.listen(place, plan.listenOptions(), relay).join().port();
            remotes.put(kindOfRemote, RemotePlan.active(kindOfRemote, folder, port));
        }
    }

    private String ownRemote() {
        return server.remotes().get(0);
    }

    @Override
    public ServerKind kind() {
        return kind;
    }

    @Override
    public Map<String, String> remotes() {
        return remotes;
    }

    @Override
    public OvsdbClientBuilder ownSession() {
        return OvsdbClient.builder().connector(transports).remotes(ownRemote());
    }

    @Override
    public Optional<ReferenceServer> reference() {
        return Optional.of(server);
    }

    @Override
    public void close() {
        try (folder;
                server) {
            transports.close();
        }
    }
}
