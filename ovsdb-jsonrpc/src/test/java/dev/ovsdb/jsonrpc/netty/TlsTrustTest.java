package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectFailedException.Kind;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.tls.TlsFailures;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.tls.Trust;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class TlsTrustTest {
    private final BlockingQueue<Transport> accepted = new LinkedBlockingQueue<>();
    private NettyTransports transports;

    TlsEngine engine() {
        return TlsEngine.JDK;
    }

    @BeforeEach
    void open() {
        assumeTrue(engine().isAvailable(), "the native TLS library is not for this machine");
        transports = NettyTransports.builder()
                .threads(2)
                .tlsEngine(engine())
                .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
    }

    @AfterEach
    void close() {
        if (transports != null) transports.close();
    }

    private Listener listen(TlsOptions options) throws Exception {
        return transports
                .listen(
                        ConnectionMethod.pssl(0, "127.0.0.1"),
                        ListenOptions.defaults().withTls(options),
                        accepted::add)
                .get(20, TimeUnit.SECONDS);
    }

    private Listener listen() throws Exception {
        return listen(TestPki.ONE.options(TestPki.ONE.issue("server")).build());
    }

    private Peer connect(Listener to, TlsOptions options) throws Exception {
        return connect(to, "127.0.0.1", options);
    }

    private Peer connect(Listener to, String host, TlsOptions options) throws Exception {
        ConnectOptions connect = ConnectOptions.defaults().withTls(options);
        return new Peer(transports
                .connect(ConnectionMethod.ssl(host, to.port()), connect)
                .get(20, TimeUnit.SECONDS));
    }

    private static TlsOptions.Builder client() {
        return TestPki.ONE.options(TestPki.ONE.issue("client"));
    }

    /** Exchanges bytes: only then has the server judged the client too. */
    private void assertTalks(Peer client) throws Exception {
        Peer server = new Peer(accepted.poll(20, TimeUnit.SECONDS)).started();
        client.started().send("hello");
        assertThat(server.awaitText("hello")).isEqualTo("hello");
    }

    private void assertRefused(Kind kind, String reason, ThrowingConnect connect) {
        assertThatThrownBy(connect::run)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectFailedException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .message()
                .containsIgnoringCase(reason);
    }

    private interface ThrowingConnect {
        void run() throws Exception;
    }

    @Nested
    class TheClientRefuses {
        @Test
        void aServerOfAnotherAuthority() throws Exception {
            Listener listener = listen();
            assertRefused(
                    Kind.UNTRUSTED,
                    "not trusted",
                    () -> connect(listener, TestPki.OTHER.trusting().build()));
        }

        @Test
        void aServerThatOnlyTheJvmsAuthoritiesCouldVouchFor() throws Exception {
            Listener listener = listen();
            assertRefused(Kind.UNTRUSTED, "not trusted", () -> connect(listener, TlsOptions.defaults()));
        }

        @Test
        void anExpiredCertificate() throws Exception {
            Listener listener =
                    listen(TestPki.ONE.options(TestPki.ONE.expired("server")).build());
            assertRefused(Kind.UNTRUSTED, "", () -> connect(listener, client().build()));
        }

        @Test
        void aCertificateForAnotherHost() throws Exception {
            Listener listener = listen();
            assertRefused(
                    Kind.UNTRUSTED, "db.example.org", () -> connect(listener, "db.example.org", client().build()));
        }

        @Test
        void aCertificateThatNamesNoHost() throws Exception {
            Listener listener =
                    listen(TestPki.ONE.options(TestPki.ONE.nameless("server")).build());
            assertRefused(Kind.UNTRUSTED, "", () -> connect(listener, client().build()));
        }
    }

    @Nested
    class TheClientAccepts {
        @Test
        void aHostNameThatTheCertificateHas() throws Exception {
            assertTalks(connect(listen(), "localhost", client().build()));
        }

        @Test
        void anyHostNameIfToldToLookAtTheAuthorityOnly() throws Exception {
            assertTalks(connect(
                    listen(), "db.example.org", client().verifyHostName(false).build()));
        }

        @Test
        void theNameThatItWasToldToExpect() throws Exception {
            assertTalks(connect(
                    listen(), "db.example.org", client().serverName("localhost").build()));
        }

        @Test
        void anybodyIfToldSo() throws Exception {
            Listener listener = listen(TestPki.OTHER
                    .options(TestPki.OTHER.nameless("server"))
                    .trust(new Trust.Anybody())
                    .build());
            TlsOptions anybody = TlsOptions.builder()
                    .trust(new Trust.Anybody())
                    .verifyHostName(false)
                    .build();
            assertTalks(connect(listener, "db.example.org", anybody));
        }
    }

    @Nested
    class TheServerRefuses {
        private void assertDropped(TlsOptions.Builder client, String protocol) throws Exception {
            Listener listener = listen();
            Throwable failure;
            try {
                Peer peer =
                        connect(listener, client.protocols(protocol).build()).started();
                failure = peer.awaitClosed().orElseThrow();
            } catch (ExecutionException e) {
                assertThat(((ConnectFailedException) e.getCause()).kind())
                        .as(e.toString())
                        .isEqualTo(Kind.UNTRUSTED);
                failure = e.getCause();
            }
            assertThat(TlsFailures.isTrustFailure(failure))
                    .as(failure.toString())
                    .isTrue();
            assertThat(accepted).isEmpty();
        }

        @Test
        void aClientOfAnotherAuthority() throws Exception {
            X509Bundle stranger = TestPki.OTHER.issue("client");
            assertDropped(TestPki.ONE.options(stranger), "TLSv1.3");
        }

        /** There the server may say no more than that the handshake failed (RFC 5246, section 7.4.6). */
        @Test
        void aClientOfAnotherAuthorityUnderTls12() throws Exception {
            Listener listener = listen();
            TlsOptions options = TestPki.ONE
                    .options(TestPki.OTHER.issue("client"))
                    .protocols("TLSv1.2")
                    .build();
            assertThatThrownBy(() -> connect(listener, options)).hasCauseInstanceOf(ConnectFailedException.class);
            assertThat(accepted).isEmpty();
        }

        @Test
        void aClientWithoutCertificate() throws Exception {
            assertDropped(TestPki.ONE.trusting(), "TLSv1.3");
        }

        @Test
        void aClientWithAnExpiredCertificate() throws Exception {
            assertDropped(TestPki.ONE.options(TestPki.ONE.expired("client")), "TLSv1.3");
        }
    }

    @Nested
    class Versions {
        @Test
        void theNewestThatBothSpeakIsSpoken() throws Exception {
            Peer peer = connect(listen(), client().protocols("TLSv1.2").build());
            assertThat(peer.transport.info().tlsInfo().orElseThrow().protocol()).isEqualTo("TLSv1.2");
            assertTalks(peer);
        }

        @Test
        void noneInCommonIsAFailureButNotOneOfTrust() throws Exception {
            Listener listener = listen(TestPki.ONE
                    .options(TestPki.ONE.issue("server"))
                    .protocols("TLSv1.3")
                    .build());
            assertRefused(
                    Kind.OTHER,
                    "",
                    () -> connect(listener, client().protocols("TLSv1.2").build()));
        }

        @Test
        void aCipherListChoosesTheCipher() throws Exception {
            TlsOptions options = client().protocols("TLSv1.2")
                    .ciphers("HIGH:!AES128:!CHACHA20:!aNULL:!MD5")
                    .build();
            Peer peer = connect(listen(), options);
            assertThat(peer.transport.info().tlsInfo().orElseThrow().cipherSuite())
                    .contains("AES_256");
            assertTalks(peer);
        }

        @Test
        void aStreamThatIsNoTlsIsAFailure() throws Exception {
            Listener plain = transports
                    .listen(ConnectionMethod.ptcp(0, "127.0.0.1"), ListenOptions.defaults(), transport -> {
                        Peer server = new Peer(transport);
                        transport.start(server);
                        transport.send(List.of(ByteBuffer.wrap("{\"method\":\"echo\"}".getBytes())));
                    })
                    .get(20, TimeUnit.SECONDS);
            assertRefused(Kind.OTHER, "", () -> connect(plain, client().build()));
        }
    }

    /** The reference server answers an attempt to resume with a fatal alert. */
    @Test
    void aSessionIsNeverResumed() throws Exception {
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(TestPki.ONE.issue("server").toKeyManagerFactory().getKeyManagers(), null, null);
        TlsOptions options = TestPki.ONE.trusting().protocols("TLSv1.2").build();
        List<String> sessions = new ArrayList<>();
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Transport> connecting = transports.connect(
                        ConnectionMethod.ssl("127.0.0.1", server.getLocalPort()),
                        ConnectOptions.defaults().withTls(options));
                try (SSLSocket peer = (SSLSocket) server.accept()) {
                    sessions.add(HexFormat.of().formatHex(peer.getSession().getId()));
                    Transport transport = connecting.get(20, TimeUnit.SECONDS);
                    transport.eventLoop().execute(transport::close);
                }
            }
        }
        assertThat(sessions).hasSize(2).doesNotHaveDuplicates();
    }

    @Nested
    class Reload {
        @TempDir
        Path folder;

        private void write(X509Bundle shown, String authority) throws Exception {
            Files.writeString(folder.resolve("key.pem"), shown.getPrivateKeyPEM());
            Files.writeString(folder.resolve("cert.pem"), shown.getCertificatePEM());
            Files.writeString(folder.resolve("ca.pem"), authority);
        }

        private TlsOptions files() {
            return TlsOptions.builder()
                    .privateKey(folder.resolve("key.pem"))
                    .certificate(folder.resolve("cert.pem"))
                    .caCertificate(folder.resolve("ca.pem"))
                    .build();
        }

        private String serverName(Peer peer) {
            return peer.transport
                    .info()
                    .tlsInfo()
                    .orElseThrow()
                    .peerCertificates()
                    .get(0)
                    .getSubjectX500Principal()
                    .getName();
        }

        @Test
        void newFilesCountForNewHandshakesAndOldSessionsGoOn() throws Exception {
            write(TestPki.ONE.issue("before"), TestPki.ONE.authority());
            Listener listener = listen(files());
            Peer old = connect(listener, client().build());
            Peer oldServer = new Peer(accepted.poll(20, TimeUnit.SECONDS)).started();
            write(TestPki.OTHER.issue("the new server"), TestPki.OTHER.authority());
            Peer fresh = connect(
                    listener,
                    TestPki.OTHER.options(TestPki.OTHER.issue("client")).build());
            assertThat(serverName(old)).isEqualTo("CN=before");
            assertThat(serverName(fresh)).isEqualTo("CN=the new server");
            assertTalks(fresh);
            old.started().send("still here");
            assertThat(oldServer.awaitText("still here")).isEqualTo("still here");
        }

        @Test
        void filesThatCannotBeUsedLeaveTheOldInUse() throws Exception {
            write(TestPki.ONE.issue("before"), TestPki.ONE.authority());
            Listener listener = listen(files());
            Files.writeString(
                    folder.resolve("key.pem"), TestPki.ONE.issue("misfit").getPrivateKeyPEM() + "\n");
            assertThat(serverName(connect(listener, client().build()))).isEqualTo("CN=before");
            Files.delete(folder.resolve("cert.pem"));
            assertThat(serverName(connect(listener, client().build()))).isEqualTo("CN=before");
        }
    }

    @Nested
    class Bootstrap {
        @TempDir
        Path folder;

        private TlsOptions bootstrapping() {
            return client().bootstrapCaCertificate(folder.resolve("ca.pem")).build();
        }

        @Test
        void storesTheAuthorityOfTheFirstPeerAndBelievesNoOther() throws Exception {
            Listener first = listen();
            Peer peer = connect(first, bootstrapping());
            new Peer(accepted.poll(20, TimeUnit.SECONDS)).started().awaitClosed(); // The one that was dropped.
            assertTalks(peer);
            assertThat(folder.resolve("ca.pem")).content().isEqualToIgnoringWhitespace(TestPki.ONE.authority());
            assertTalks(connect(first, bootstrapping()));
            Listener other =
                    listen(TestPki.OTHER.options(TestPki.OTHER.issue("server")).build());
            assertRefused(Kind.UNTRUSTED, "", () -> connect(other, bootstrapping()));
        }

        @Test
        void checksTheNameOnceItKnowsTheAuthority() throws Exception {
            Listener listener = listen();
            assertRefused(Kind.UNTRUSTED, "elsewhere", () -> connect(listener, "elsewhere.example", bootstrapping()));
        }

        @Test
        void needsAPeerThatSendsItsAuthority() throws Exception {
            Listener listener = listen(TestPki.ONE
                    .options(TestPki.ONE.issue("server"))
                    .trust(new Trust.Anybody())
                    .build());
            assertRefused(Kind.OTHER, "did not send its CA certificate", () -> connect(listener, bootstrapping()));
            assertThat(folder.resolve("ca.pem")).doesNotExist();
        }

        @Test
        void worksForAServerToo() throws Exception {
            Listener listener = listen(TestPki.ONE
                    .options(TestPki.ONE.issue("server"))
                    .bootstrapCaCertificate(folder.resolve("ca.pem"))
                    .build());
            connect(listener, client().build()).started().awaitClosed();
            assertThat(folder.resolve("ca.pem")).exists();
            assertTalks(connect(listener, client().build()));
        }
    }
}
