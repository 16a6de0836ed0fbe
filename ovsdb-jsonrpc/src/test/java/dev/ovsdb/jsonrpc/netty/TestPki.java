package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.tls.PemSource;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.time.Instant;

/** Certificates for a test: an authority, and those that it signed. */
final class TestPki {
    static final TestPki ONE = new TestPki("CN=authority");
    static final TestPki OTHER = new TestPki("CN=other authority");

    private final X509Bundle root;

    TestPki(String subject) {
        try {
            root = new CertificateBuilder()
                    .subject(subject)
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String authority() {
        return root.getCertificatePEM();
    }

    X509Bundle issue(String name) {
        return issue(template(name).addSanDnsName("localhost").addSanIpAddress("127.0.0.1"));
    }

    X509Bundle nameless(String name) {
        return issue(template(name));
    }

    X509Bundle expired(String name) {
        Instant now = Instant.now();
        return issue(template(name)
                .addSanIpAddress("127.0.0.1")
                .notBefore(now.minus(Duration.ofDays(9)))
                .notAfter(now.minus(Duration.ofDays(1))));
    }

    private static CertificateBuilder template(String name) {
        return new CertificateBuilder().subject("CN=" + name);
    }

    private X509Bundle issue(CertificateBuilder builder) {
        try {
            return builder.buildIssuedBy(root);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows this certificate, and believes this authority. */
    TlsOptions.Builder options(X509Bundle shown) {
        return trusting()
                .privateKey(PemSource.text(shown.getPrivateKeyPEM()))
                .certificate(PemSource.text(shown.getCertificatePEM()));
    }

    /** Believes this authority and shows nothing. */
    TlsOptions.Builder trusting() {
        return TlsOptions.builder().caCertificate(PemSource.text(authority()));
    }
}
