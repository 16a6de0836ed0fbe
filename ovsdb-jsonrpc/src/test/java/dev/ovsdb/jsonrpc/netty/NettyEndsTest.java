package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing that was begun stays open when its owner is closed. */
@ExtendWith(LeakCheck.class)
class NettyEndsTest {
    private final CompletableFuture<Void> nameServer = new CompletableFuture<>();
    private final BlockingQueue<Transport> accepted = new LinkedBlockingQueue<>();
    private final NettyTransports transports = NettyTransports.builder()
            .threads(1)
            .resolver(host -> {
                nameServer.join();
                return List.of(InetAddress.getLoopbackAddress());
            })
            .build();

    @AfterEach
    void close() {
        nameServer.complete(null);
        transports.close();
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        return future.handle((value, thrown) -> thrown instanceof CompletionException ? thrown.getCause() : thrown)
                .get(20, TimeUnit.SECONDS);
    }

    @Nested
    class ClosingTheFactory {
        @Test
        void failsAConnectThatStillLooksForTheHost() throws Exception {
            CompletableFuture<Transport> connect =
                    transports.connect(ConnectionMethod.tcp("slow.example", 1), ConnectOptions.defaults());
            CompletableFuture<Void> closing = CompletableFuture.runAsync(transports::close);
            assertThat(failure(connect))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("tcp:slow.example:1")
                    .hasMessageContaining("closed");
            nameServer.complete(null);
            closing.get(20, TimeUnit.SECONDS);
        }

        @Test
        void failsAListenThatStillLooksForTheHost() throws Exception {
            CompletableFuture<Listener> listen = transports.listen(
                    ConnectionMethod.ptcp(0, "slow.example"), ListenOptions.defaults(), accepted::add);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(transports::close);
            assertThat(failure(listen))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("closed");
            nameServer.complete(null);
            closing.get(20, TimeUnit.SECONDS);
        }

        @Test
        void failsWhatIsBegunAfterwardsThroughItsFuture() throws Exception {
            transports.close();
            for (String host : List.of("127.0.0.1", "db.example")) {
                assertThat(failure(transports.connect(ConnectionMethod.tcp(host, 1), ConnectOptions.defaults())))
                        .isInstanceOf(ConnectFailedException.class);
                assertThat(failure(transports.listen(
                                ConnectionMethod.ptcp(0, host), ListenOptions.defaults(), accepted::add)))
                        .isInstanceOf(ConnectFailedException.class);
            }
        }
    }

    @Test
    void closingAListenerDropsAPeerInTheMiddleOfItsHandshake() throws Exception {
        TlsOptions tls = TestPki.ONE.options(TestPki.ONE.issue("server")).build();
        ListenOptions patient = ListenOptions.defaults().withTls(tls).withHandshakeTimeout(Duration.ofMinutes(1));
        Listener listener = transports
                .listen(ConnectionMethod.pssl(0, "127.0.0.1"), patient, accepted::add)
                .get(20, TimeUnit.SECONDS);
        try (Socket silent = new Socket("127.0.0.1", listener.port())) {
            silent.setSoTimeout(20_000);
            TlsOptions client = TestPki.ONE.options(TestPki.ONE.issue("client")).build();
            transports // It comes behind the silent one, so that one is known by then.
                    .connect(
                            ConnectionMethod.ssl("127.0.0.1", listener.port()),
                            ConnectOptions.defaults().withTls(client))
                    .get(20, TimeUnit.SECONDS);
            assertThat(accepted.poll(20, TimeUnit.SECONDS)).isNotNull();
            listener.closeAsync().get(20, TimeUnit.SECONDS);
            assertThat(endOf(silent.getInputStream())).isEqualTo(-1);
        }
        assertThat(accepted).isEmpty();
    }

    private static int endOf(InputStream stream) {
        try {
            return stream.read();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException reset) {
            return -1;
        }
    }

    @Test
    void aDelayBeyondEveryClockIsNoFault() throws Exception {
        Duration never = Duration.ofSeconds(Long.MAX_VALUE);
        transports.eventLoop().schedule(never, () -> {}).cancel();
        nameServer.complete(null);
        CompletableFuture<Transport> connect = transports.connect(
                ConnectionMethod.tcp("db.example", 1), ConnectOptions.defaults().withTimeout(never));
        assertThat(failure(connect)).isInstanceOf(ConnectFailedException.class);
    }
}
