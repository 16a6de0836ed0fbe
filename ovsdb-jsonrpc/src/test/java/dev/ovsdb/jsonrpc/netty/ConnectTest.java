package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectFailedException.Kind;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.tls.Trust;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class ConnectTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<String> resolved = Collections.synchronizedList(new ArrayList<>());
    private volatile HostResolver hosts = HostResolver.system();
    private final NettyTransports transports = NettyTransports.builder()
            .threads(1)
            .resolver(host -> {
                resolved.add(host);
                return hosts.resolve(host);
            })
            .build();

    @AfterEach
    void close() {
        transports.close();
    }

    private Transport connect(ConnectionMethod.Active method) throws Exception {
        return connect(method, ConnectOptions.defaults());
    }

    private Transport connect(ConnectionMethod.Active method, ConnectOptions options) throws Exception {
        return transports.connect(method, options).get(20, TimeUnit.SECONDS);
    }

    private void assertFails(ConnectionMethod.Active method, ConnectOptions options, Kind kind) {
        assertThatThrownBy(() -> connect(method, options))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectFailedException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageStartingWith(method.toString());
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whereNobodyListensItIsRefused() throws Exception {
        assertFails(ConnectionMethod.tcp("127.0.0.1", unusedPort()), ConnectOptions.defaults(), Kind.REFUSED);
    }

    @Test
    void aSocketThatDoesNotExistIsUnreachable(@TempDir Path folder) {
        assertFails(ConnectionMethod.unix(folder.resolve("none")), ConnectOptions.defaults(), Kind.UNREACHABLE);
    }

    @Test
    void aNameWithoutAddressIsNotFound() {
        hosts = host -> {
            throw new UnknownHostException(host);
        };
        assertFails(ConnectionMethod.tcp("nowhere.example", 1), ConnectOptions.defaults(), Kind.NAME_NOT_FOUND);
    }

    @Test
    void allAddressesOfANameAreTriedAndItIsResolvedEachTime() throws Exception {
        hosts = host -> List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.9.9.9"), LOOPBACK);
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            ConnectionMethod.Tcp method = ConnectionMethod.tcp("three.example", server.getLocalPort());
            assertThat(connect(method).info().remoteName()).isEqualTo(method.toString());
            connect(method);
            assertThat(resolved).containsExactly("three.example", "three.example");
        }
    }

    @Test
    void theFailureOfTheLastAddressCarriesThoseOfTheOthers() throws Exception {
        hosts = host -> List.of(InetAddress.getByName("127.9.9.8"), InetAddress.getByName("127.9.9.9"));
        assertThatThrownBy(() -> connect(ConnectionMethod.tcp("two.example", unusedPort())))
                .cause()
                .cause()
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void aPeerThatDoesNotShakeHandsIsGivenUpInTime() throws Exception {
        TlsOptions tls = TlsOptions.builder().trust(new Trust.Anybody()).build();
        try (ServerSocket silent = new ServerSocket(0, 10, LOOPBACK)) {
            assertFails(
                    ConnectionMethod.ssl("127.0.0.1", silent.getLocalPort()),
                    ConnectOptions.defaults().withTls(tls).withTimeout(Duration.ofMillis(200)),
                    Kind.TIMEOUT);
        }
    }

    @Test
    void aResolverThatHangsDoesNotOutliveTheTimeout() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        hosts = host -> {
            answer.join();
            return List.of(LOOPBACK);
        };
        assertFails(
                ConnectionMethod.tcp("slow.example", 1),
                ConnectOptions.defaults().withTimeout(Duration.ofMillis(100)),
                Kind.TIMEOUT);
        answer.complete(null);
    }

    @Test
    void aCancelledAttemptLeavesNoConnection() throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        hosts = host -> {
            answer.join();
            return List.of(LOOPBACK);
        };
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            server.setSoTimeout(20_000);
            CompletableFuture<Transport> attempt = transports.connect(
                    ConnectionMethod.tcp("late.example", server.getLocalPort()), ConnectOptions.defaults());
            attempt.cancel(false);
            answer.complete(null);
            hosts = host -> List.of(LOOPBACK);
            connect(ConnectionMethod.tcp("next.example", server.getLocalPort()));
            server.accept().close(); // The one that followed; the cancelled one was never made, or is closed.
        }
        assertThat(resolved).containsExactly("late.example", "next.example");
    }

    @Test
    void theTransportRunsOnTheLoopThatWasAskedFor() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            EventLoop loop = transports.eventLoop();
            CompletableFuture<Boolean> completedThere = new CompletableFuture<>();
            ConnectionMethod.Active method = ConnectionMethod.tcp("127.0.0.1", server.getLocalPort());
            // From the loop itself: elsewhere the future may be complete before anybody listens to it.
            loop.execute(() -> transports
                    .connect(method, ConnectOptions.defaults(), loop)
                    .thenAccept(transport -> completedThere.complete(
                            loop.inEventLoop() && transport.eventLoop().equals(loop))));
            assertThat(completedThere.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void tlsNeedsOptions() {
        assertThatThrownBy(() -> connect(ConnectionMethod.ssl("127.0.0.1", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ssl:127.0.0.1:1");
    }

    @Test
    void aDscpIsSixBits() {
        assertThatThrownBy(() -> ConnectOptions.defaults().withDscp(64)).isInstanceOf(IllegalArgumentException.class);
    }
}
