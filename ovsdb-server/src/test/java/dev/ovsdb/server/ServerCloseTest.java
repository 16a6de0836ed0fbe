package dev.ovsdb.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of a server whose sessions have real connections. */
class ServerCloseTest {
    private final CompletableFuture<ServerConnection> connected = new CompletableFuture<>();
    private final CountDownLatch queued = new CountDownLatch(1);

    private final Handler handler = connection -> {
        connected.complete(connection);
        return new HandlerSession() {};
    };

    /** Between the server's close and the turn in which a session hears of it something was queued for its peer. */
    @Test
    void doesNotWaitBehindWhatIsToldMeanwhile() throws Exception {
        try (NettyTransports transports = NettyTransports.builder().threads(1).build();
                OvsdbServer server = OvsdbServer.builder()
                        .handler(handler)
                        .connector(transports)
                        .closeTimeout(Duration.ofMinutes(1))
                        .listen("ptcp:0:127.0.0.1")
                        .startBlocking();
                Socket peer = new Socket(
                        "127.0.0.1", server.remotes().get(0).status().port().orElseThrow())) {
            ServerConnection connection = connected.get(10, TimeUnit.SECONDS);
            transports.eventLoop().execute(() -> await(queued));
            CompletableFuture<Void> closed = server.closeAsync();
            connection.notify("told", JsonBytes.EMPTY_ARRAY);
            queued.countDown();

            assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
            assertThat(new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("told");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
