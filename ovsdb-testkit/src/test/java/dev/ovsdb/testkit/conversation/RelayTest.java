package dev.ovsdb.testkit.conversation;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.client.SessionListener;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private final WorkFolder folder = WorkFolder.create();
    private final NettyTransports transports =
            NettyTransports.builder().threads(2).build();
    private final Conversation conversation = new Conversation();
    private final TestServer server = Town.server();

    @AfterEach
    void close() {
        server.close();
        transports.close();
        folder.close();
    }

    private void relayTo(String remote) {
        conversation
                .hear(transports, place -> true)
                .listen(
                        new ConnectionMethod.PassiveUnix(folder.file("relay").toString()),
                        ListenOptions.defaults(),
                        new Relay(transports, ConnectionMethod.Active.parse(remote)))
                .join();
    }

    private BlockingOvsdbClient connect() {
        return session().connectBlocking();
    }

    private OvsdbClientBuilder session() {
        return OvsdbClient.builder().remotes("unix:" + folder.file("relay"));
    }

    @Test
    void carriesWhatIsLargeBothWays() {
        relayTo(server.remote());
        String large = "x".repeat(3 << 20);
        try (BlockingOvsdbClient client = connect()) {
            assertThat(client.transact("Town", Town.house(large, 1))).succeeded();
            assertThat(client.echo(JsonValue.of(large))).hasSize(1);
        }
        assertThat(server.database()).table("House").hasRow("address", large);
        assertThat(conversation.messages())
                .anyMatch(line -> line.startsWith("session 1 --> {") && line.length() < 1_100);
    }

    @Test
    void endsTheClientWithTheServer() {
        relayTo(server.remote());
        CompletableFuture<Boolean> lost = new CompletableFuture<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void onDisconnected(@Nullable Throwable cause) {
                lost.complete(true);
            }
        };
        try (BlockingOvsdbClient client = session().listener(listener).connectBlocking()) {
            client.echo();
            server.close();
            assertThat(lost).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(conversation.messages()).contains("session 1 --- ended");
    }

    @Test
    void hangsUpWhereThereIsNoServer() {
        relayTo("unix:/nowhere/at/all");
        assertThatThrownBy(this::connect).isInstanceOf(JsonRpcException.class);
        assertThat(conversation.messages()).isEmpty();
    }
}
