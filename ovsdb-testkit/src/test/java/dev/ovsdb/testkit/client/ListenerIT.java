package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbListener;
import dev.ovsdb.client.OvsdbListenerBuilder;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Real servers dial in. */
@RequiresPeer("ovsdb-server")
class ListenerIT {
    private final BlockingQueue<OvsdbClient> clients = new LinkedBlockingQueue<>();

    private OvsdbClient next() throws InterruptedException {
        OvsdbClient client = clients.poll(Real.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(client).as("a server that dialled in").isNotNull();
        return client;
    }

    private OvsdbListener listen(OvsdbListenerBuilder builder) throws Exception {
        return builder.listen(clients::add).get(Real.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static ReferenceServer dialling(String remote, ReferencePki pki) {
        return ReferenceServer.builder()
                .schema(Real.SCHEMA)
                .tls(pki, pki.server())
                .dialOut(remote)
                .start();
    }

    private static String active(ConnectionMethod.Passive method) {
        return method.toString().replaceFirst("p(tcp|ssl):(\\d+):(.*)", "$1:$3:$2");
    }

    @Test
    void overTcpAndTlsAtTheSameTime() throws Exception {
        List<OvsdbClient> ended = new ArrayList<>();
        try (ReferencePki pki = ReferencePki.create()) {
            TlsOptions tls = TlsOptions.builder()
                    .privateKey(pki.server().privateKey())
                    .certificate(pki.server().certificate())
                    .caCertificate(pki.authority())
                    .build();
            try (OvsdbListener listener = listen(OvsdbListener.builder()
                    .on("ptcp:0:127.0.0.1,pssl:0:127.0.0.1")
                    .tls(tls))) {
                for (ConnectionMethod.Passive method : listener.methods()) {
                    try (ReferenceServer server = dialling(active(method), pki)) {
                        OvsdbClient client = next();
                        assertThat(client.listDbs().get(60, TimeUnit.SECONDS)).contains("Sample");
                        assertThat(client.connection())
                                .hasValueSatisfying(info ->
                                        assertThat(info.tlsInfo().isPresent()).isEqualTo(method.isTls()));
                        assertThat(listener.clients()).containsExactly(client);
                        server.kill();
                        assertThat(client.closed()).failsWithin(Real.PATIENCE);
                        ended.add(client);
                    }
                }
                listener.close();
                assertThat(listener.closed()).succeedsWithin(Real.PATIENCE);
                assertThat(listener.clients()).isEmpty();
                ended.forEach(OvsdbClient::close); // Once more, after the event loops have ended.
            }
        }
    }

    @Test
    void andAreTurnedAwayByTheAdmission() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (ReferencePki pki = ReferencePki.create();
                OvsdbListener listener = listen(OvsdbListener.builder()
                        .on("ptcp:0:127.0.0.1")
                        .admission(peer -> !asked.add(peer.remoteName())));
                ReferenceServer server = dialling(active(listener.methods().get(0)), pki)) {
            assertThat(server.isRunning()).isTrue();
            assertThat(asked.poll(60, TimeUnit.SECONDS)).isNotNull();
            assertThat(asked.poll(60, TimeUnit.SECONDS)).as("it tries again").isNotNull();
            assertThat(clients).isEmpty();
        }
    }
}
