package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.TlsInfo;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsTransportTest extends TransportContract {
    TlsEngine engine() {
        return TlsEngine.JDK;
    }

    @Override
    NettyTransports create() {
        assumeTrue(engine().isAvailable(), "the native TLS library is not for this machine");
        return NettyTransports.builder()
                .preferNative(false)
                .threads(2)
                .tlsEngine(engine())
                .build();
    }

    @Override
    ConnectionMethod.Passive place() {
        return ConnectionMethod.pssl(0, "127.0.0.1");
    }

    @Override
    ConnectionMethod.Active remote(Listener listener) {
        return ConnectionMethod.ssl("127.0.0.1", listener.port());
    }

    @Override
    ListenOptions listenOptions() {
        return ListenOptions.defaults()
                .withTls(TestPki.ONE.options(TestPki.ONE.issue("server")).build());
    }

    @Override
    ConnectOptions connectOptions() {
        return ConnectOptions.defaults()
                .withTls(TestPki.ONE.options(TestPki.ONE.issue("client")).build());
    }

    @Override
    TransportInfo.Kind kind() {
        return TransportInfo.Kind.SSL;
    }

    @Test
    void bothSidesKnowBothCertificatesProtocolAndCipher() {
        TlsInfo ofClient = client.transport.info().tlsInfo().orElseThrow();
        TlsInfo ofServer = server.transport.info().tlsInfo().orElseThrow();
        assertThat(ofClient.protocol()).isEqualTo("TLSv1.3").isEqualTo(ofServer.protocol());
        assertThat(ofClient.cipherSuite()).startsWith("TLS_").isEqualTo(ofServer.cipherSuite());
        assertThat(subject(ofClient.localCertificates())).isEqualTo("CN=client");
        assertThat(subject(ofServer.peerCertificates())).isEqualTo("CN=client");
        assertThat(subject(ofServer.localCertificates())).isEqualTo("CN=server");
        assertThat(subject(ofClient.peerCertificates())).isEqualTo("CN=server");
    }

    private static String subject(List<X509Certificate> chain) {
        return chain.get(0).getSubjectX500Principal().getName();
    }
}
