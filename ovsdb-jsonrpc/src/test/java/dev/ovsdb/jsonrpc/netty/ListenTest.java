package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class ListenTest {
    private final NettyTransports transports =
            NettyTransports.builder().threads(2).preferNative(false).build();
    private final BlockingQueue<Transport> accepted = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        transports.close();
    }

    private Listener listen(String method) throws Exception {
        return listen(method, accepted::add);
    }

    private Listener listen(String method, Acceptor acceptor) throws Exception {
        return transports
                .listen(ConnectionMethod.Passive.parse(method), ListenOptions.defaults(), acceptor)
                .get(20, TimeUnit.SECONDS);
    }

    private Peer connect(Listener to) throws Exception {
        ConnectionMethod.Active method = to.method() instanceof ConnectionMethod.PassiveUnix unix
                ? ConnectionMethod.unix(unix.socketPath())
                : ConnectionMethod.tcp("127.0.0.1", to.port());
        return connect(method);
    }

    private Peer connect(ConnectionMethod.Active method) throws Exception {
        return new Peer(transports.connect(method, ConnectOptions.defaults()).get(20, TimeUnit.SECONDS)).started();
    }

    private Peer accept() throws InterruptedException {
        return new Peer(accepted.poll(20, TimeUnit.SECONDS)).started();
    }

    @Test
    void portZeroBecomesARealOne() throws Exception {
        Listener listener = listen("ptcp:0:127.0.0.1");
        assertThat(listener.port()).isPositive();
        assertThat(listener.method()).hasToString("ptcp:" + listener.port() + ":127.0.0.1");
    }

    @Test
    void aListenerForAllAddressesTakesIpv4AndOneOnColonsBoth() throws Exception {
        connect(listen("ptcp:0")).run(() -> {});
        Listener both = listen("ptcp:0:[::]");
        connect(ConnectionMethod.tcp("127.0.0.1", both.port()));
        connect(ConnectionMethod.tcp("::1", both.port()));
    }

    @Test
    void aPortInUseIsAFailureThatNamesIt() throws Exception {
        String used = listen("ptcp:0:127.0.0.1").method().toString();
        assertThatThrownBy(() -> listen(used))
                .cause()
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageStartingWith(used)
                .hasMessageContaining("in use");
    }

    @Test
    void aClosedListenerKeepsItsPeers() throws Exception {
        Listener listener = listen("ptcp:0:127.0.0.1");
        Peer client = connect(listener);
        Peer server = accept();
        listener.closeAsync().get(20, TimeUnit.SECONDS);
        client.send("still here");
        assertThat(server.awaitText("still here")).isEqualTo("still here");
        assertThatThrownBy(() -> connect(listener)).hasCauseInstanceOf(ConnectFailedException.class);
    }

    @Test
    void anAcceptorThatThrowsLosesThatPeerOnly() throws Exception {
        List<Transport> seen = new ArrayList<>();
        Listener listener = listen("ptcp:0:127.0.0.1", transport -> {
            boolean first;
            synchronized (seen) {
                first = seen.isEmpty();
                seen.add(transport);
            }
            if (first) throw new IllegalStateException("not this one");
            accepted.add(transport);
        });
        connect(listener).awaitClosed();
        Peer client = connect(listener);
        accept().send("welcome");
        assertThat(client.awaitText("welcome")).isEqualTo("welcome");
    }

    @Test
    void thousandsOfPeersShareTheLoopsAndLeaveNothingBehind() throws Exception {
        Listener listener = listen("ptcp:0:127.0.0.1", transport -> new EchoOnce(transport).start());
        crowd(listener, 100); // Whatever is made once is made.
        long files = openFiles();
        long threads = ourThreads();
        crowd(listener, 2_000);
        assertThat(openFiles()).isEqualTo(files);
        assertThat(ourThreads()).isEqualTo(threads);
    }

    /** The sockets of peers that are closed on both sides are gone when their closes have run on the loops. */
    private void crowd(Listener listener, int count) throws Exception {
        List<CompletableFuture<Transport>> connecting = new ArrayList<>();
        ConnectionMethod.Active method = ConnectionMethod.tcp("127.0.0.1", listener.port());
        for (int i = 0; i < count; i++) connecting.add(transports.connect(method, ConnectOptions.defaults()));
        List<Peer> peers = new ArrayList<>();
        for (CompletableFuture<Transport> each : connecting) {
            peers.add(new Peer(each.get(20, TimeUnit.SECONDS)).started());
        }
        for (Peer peer : peers) peer.send("x");
        for (Peer peer : peers) assertThat(peer.awaitClosed()).isEmpty();
        for (Peer peer : peers) assertThat(peer.received()).asString().isEqualTo("x");
    }

    private static long openFiles() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ovsdb-"))
                .count();
    }

    /** Sends back what comes first, and closes. */
    private record EchoOnce(Transport transport) implements TransportListener {
        void start() {
            transport.start(this);
        }

        @Override
        public void onBytes(ByteBuffer bytes) {
            transport.send(
                    List.of(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()));
            transport.close();
        }

        @Override
        public void onWritable() {}

        @Override
        public void onClosed(Throwable cause) {}
    }

    @Nested
    class OnAUnixSocket {
        @TempDir
        Path folder;

        private Path socket() {
            return folder.resolve("s");
        }

        @Test
        void theFileGoesWhenTheListenerCloses() throws Exception {
            Listener listener = listen("punix:" + socket());
            assertThat(socket()).exists();
            listener.closeAsync().get(20, TimeUnit.SECONDS);
            assertThat(socket()).doesNotExist();
        }

        @Test
        void aSocketThatNobodyListensOnAnyMoreIsTakenOver() throws Exception {
            leaveStaleSocket();
            Listener listener = listen("punix:" + socket());
            Peer client = connect(listener);
            client.send("hello");
            assertThat(accept().awaitText("hello")).isEqualTo("hello");
        }

        private void leaveStaleSocket() throws Exception {
            try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.bind(UnixDomainSocketAddress.of(socket()));
            }
            assertThat(socket()).exists();
        }

        @Test
        void othersThanTheOwnerAndTheGroupMayNotConnect() throws Exception {
            try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.bind(UnixDomainSocketAddress.of(folder.resolve("plain")));
            }
            Set<PosixFilePermission> expected = Files.getPosixFilePermissions(folder.resolve("plain"));
            expected.removeIf(permission -> permission.name().startsWith("OTHERS"));
            listen("punix:" + socket());
            assertThat(Files.getPosixFilePermissions(socket())).isEqualTo(expected);
        }

        @Test
        void aSocketThatSomebodyListensOnIsLeftAlone() throws Exception {
            Listener first = listen("punix:" + socket());
            assertThatThrownBy(() -> listen("punix:" + socket())).hasMessageContaining("somebody listens");
            connect(first);
            accept();
        }

        @Test
        void aFileThatIsNoSocketIsLeftAlone() throws Exception {
            Files.writeString(socket(), "precious");
            assertThatThrownBy(() -> listen("punix:" + socket())).hasMessageContaining("not a socket");
            assertThat(socket()).hasContent("precious");
        }
    }
}
