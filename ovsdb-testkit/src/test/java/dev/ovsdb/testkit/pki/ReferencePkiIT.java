package dev.ovsdb.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The reference's own client and server judge the certificates. */
@RequiresPeer({"ovsdb-server", "ovsdb-client"})
class ReferencePkiIT {
    private static final ReferencePki PKI = ReferencePki.create();
    private static final String SCHEMA = "{\"name\":\"P\",\"version\":\"1.0.0\",\"tables\":{}}";

    @AfterAll
    static void deleteKeys() {
        PKI.close();
    }

    @Test
    void goodOnesAreAccepted() {
        assertThat(meet(PKI.server(), PKI.client(), PKI.authority()).succeeded())
                .isTrue();
        assertThat(meet(PKI.nameless(), PKI.client(), PKI.authority()).succeeded())
                .isTrue();
    }

    @Test
    void aStrangersAndAnExpiredOneAreRefusedByTheServer() {
        assertThat(meet(PKI.server(), PKI.stranger(), PKI.authority()).succeeded())
                .isFalse();
        assertThat(meet(PKI.server(), PKI.expired(), PKI.authority()).succeeded())
                .isFalse();
    }

    @Test
    void aStrangersAndAnExpiredOneAreRefusedByTheClient() {
        assertThat(meet(PKI.stranger(), PKI.client(), PKI.authority()).errors()).contains("certificate verify failed");
        assertThat(meet(PKI.expired(), PKI.client(), PKI.authority()).errors()).contains("certificate verify failed");
        assertThat(meet(PKI.server(), PKI.client(), PKI.otherAuthority()).errors())
                .contains("certificate verify failed");
    }

    @Test
    void namesAreWhatTheySay() throws Exception {
        assertThat(certificate(PKI.server()).getSubjectAlternativeNames()).hasSize(3);
        assertThat(certificate(PKI.wrongName()).getSubjectAlternativeNames())
                .singleElement()
                .satisfies(name -> assertThat(name.get(1)).isEqualTo("elsewhere.example"));
        assertThat(certificate(PKI.nameless()).getSubjectAlternativeNames()).isNull();
    }

    private static Tool.Result meet(Identity server, Identity client, Path clientsAuthority) {
        try (ReferenceServer running =
                ReferenceServer.builder().schema(SCHEMA).ssl(PKI, server).start()) {
            return Tool.named("ovsdb-client")
                    .run(
                            "--timeout=30",
                            "--private-key=" + client.privateKey(),
                            "--certificate=" + client.certificate(),
                            "--ca-cert=" + clientsAuthority,
                            "list-dbs",
                            running.remote("ssl"));
        }
    }

    private static X509Certificate certificate(Identity identity) throws IOException, CertificateException {
        try (FileInputStream file = new FileInputStream(identity.certificate().toFile())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
