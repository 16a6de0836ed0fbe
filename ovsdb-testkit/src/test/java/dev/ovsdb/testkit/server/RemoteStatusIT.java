package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.server.SwitchDatabase.ManagerStatus;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both servers write into the {@code Manager} row of a remote while the same happens to it. */
@RequiresPeer({"ovsdb-server", "ovsdb-client"})
class RemoteStatusIT {
    private static final String MANAGERS = "db:Open_vSwitch,Open_vSwitch,manager_options";

    private final NettyTransports transports = NettyTransports.create();
    private Path folder;
    private ReferenceServer reference;
    private OvsdbServer ours;
    private ConfiguredRemotes remotes;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "rst");
        Path schema = InstalledSchemas.require("vswitch.ovsschema");
        reference = ReferenceServer.builder()
                .schema(schema)
                .unix()
                .option("--remote=" + MANAGERS)
                .start();
        DatabaseHandler handler = DatabaseHandler.builder()
                .database(DatabaseSchema.parse(Files.readString(schema)))
                .build();
        ours = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.resolve("s"))
                .startBlocking();
        remotes = new ConfiguredRemotes(ours, handler::database);
        remotes.add(MANAGERS);
    }

    @AfterEach
    void stop() throws IOException {
        remotes.close();
        ours.close();
        reference.close();
        transports.close();
        Files.delete(folder);
    }

    private interface Story {
        List<ManagerStatus> play(String remote) throws Exception;
    }

    private void bothTell(Story story) throws Exception {
        List<ManagerStatus> expected = story.play(reference.remote("unix"));
        assertThat(story.play("unix:" + folder.resolve("s"))).isEqualTo(expected);
    }

    @Test
    void aPassiveRemote() throws Exception {
        bothTell(remote -> {
            SwitchDatabase database = new SwitchDatabase(remote);
            List<ManagerStatus> told = new ArrayList<>();
            database.manager("ptcp:0:127.0.0.1");
            ManagerStatus listening =
                    database.await("a port", now -> now.status().containsKey("bound_port"));
            told.add(listening.masked());
            int port = Integer.parseInt(listening.status().get("bound_port"));
            try (Socket first = new Socket("127.0.0.1", port)) {
                told.add(database.await("a connection", ManagerStatus::isConnected)
                        .masked());
                try (Socket second = new Socket("127.0.0.1", port)) {
                    told.add(database.await("two connections", now -> now.has("n_connections", "2"))
                            .masked());
                    second.shutdownOutput();
                }
                first.shutdownOutput();
            }
            told.add(database.await("no connection", now -> !now.isConnected()).masked());
            return told;
        });
    }

    @Test
    void anActiveRemoteAndItsLocks() throws Exception {
        bothTell(remote -> {
            SwitchDatabase database = new SwitchDatabase(remote);
            List<ManagerStatus> told = new ArrayList<>();
            BlockingQueue<JsonRpcConnection> accepted = new LinkedBlockingQueue<>();
            Listener listener = transports
                    .listen(
                            (ConnectionMethod.Passive) ConnectionMethod.parse("ptcp:0:127.0.0.1"),
                            ListenOptions.defaults(),
                            transport -> accepted.add(open(transport)))
                    .join();
            JsonRpcConnection other = open(transports
                    .connect((ConnectionMethod.Active) ConnectionMethod.parse(remote), ConnectOptions.defaults())
                    .join());
            database.manager("tcp:127.0.0.1:" + listener.port());
            JsonRpcConnection manager = accepted.poll(30, TimeUnit.SECONDS);
            assertThat(manager).isNotNull();
            told.add(database.await("a connection", now -> now.isConnected() && now.has("state", "ACTIVE"))
                    .masked());

            lock(manager, "lock", "held");
            lock(other, "lock", "busy");
            lock(manager, "lock", "busy");
            lock(manager, "steal", "gone");
            lock(other, "steal", "gone");
            told.add(database.await("a lost lock", now -> now.has("state", "ACTIVE") && now.has("locks_lost", "gone"))
                    .masked());

            listener.close();
            manager.close();
            told.add(database.await("back-off", now -> !now.isConnected() && now.has("state", "BACKOFF"))
                    .masked());
            other.close();
            return told;
        });
    }

    @Test
    void aTargetThatIsNone() throws Exception {
        bothTell(remote -> {
            SwitchDatabase database = new SwitchDatabase(remote);
            database.manager("nonsense");
            return List.of(database.await("its state", now -> now.has("state", "BACKOFF"))
                    .masked());
        });
    }

    private static JsonRpcConnection open(Transport transport) {
        return JsonRpcConnection.open(transport, ConnectionOptions.defaults(), new PeerHandler() {});
    }

    private static void lock(JsonRpcConnection connection, String method, String lock) {
        assertThat(connection.call(method, JsonValue.of(lock))).succeedsWithin(30, TimeUnit.SECONDS);
    }
}
