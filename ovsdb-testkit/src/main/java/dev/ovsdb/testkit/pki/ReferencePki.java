package dev.ovsdb.testkit.pki;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.testkit.WorkFolder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A certificate authority with what it issued, and an unrelated one, as the PEM files that Open vSwitch's programs read.
 *
 * <p>Each call of {@link #create} makes new keys. Good certificates are valid for about a day around now; server
 * certificates name {@code localhost}, {@code 127.0.0.1} and {@code ::1}. Files go with {@link #close}.
 */
public final class ReferencePki implements AutoCloseable {
    private final WorkFolder folder;
    private final X509Bundle authority;
    private final X509Bundle otherAuthority;
    private final Identity server;
    private final Identity client;

    private ReferencePki(WorkFolder folder, X509Bundle authority, X509Bundle otherAuthority) {
        this.folder = folder;
        this.authority = authority;
        this.otherAuthority = otherAuthority;
        this.server = issue("server", serverCertificate("server"), authority);
        this.client = issue("client", certificate("client"), authority);
        folder.write("ca.pem", authority.getCertificatePEM());
        folder.write("other-ca.pem", otherAuthority.getCertificatePEM());
    }

    /** Makes both authorities, the server's and the client's certificate. */
    public static ReferencePki create() {
        return new ReferencePki(WorkFolder.create(), authority("reference authority"), authority("other authority"));
    }

    /** The certificate of the authority that signed everything but {@link #stranger}. */
    public Path authority() {
        return folder.file("ca.pem");
    }

    /** The certificate of the authority that signed {@link #stranger} alone. */
    public Path otherAuthority() {
        return folder.file("other-ca.pem");
    }

    /** A good server. */
    public Identity server() {
        return server;
    }

    /** A good client. */
    public Identity client() {
        return client;
    }

    /** How this project's own listeners speak as the good server, and ask clients for a certificate of the authority. */
    public TlsOptions serverTls() {
        return tls(server);
    }

    /** How this project's own clients speak as the good client. */
    public TlsOptions clientTls() {
        return tls(client);
    }

    private TlsOptions tls(Identity identity) {
        return TlsOptions.builder()
                .privateKey(identity.privateKey())
                .certificate(identity.certificate())
                .caCertificate(authority())
                .build();
    }

    /** Signed by the right authority, and long out of date. */
    public Identity expired() {
        CertificateBuilder past = serverCertificate("expired")
                .notBefore(Instant.parse("2001-01-01T00:00:00Z"))
                .notAfter(Instant.parse("2002-01-01T00:00:00Z"));
        return issue("expired", past, authority);
    }

    /** Names the right hosts, and is signed by {@link #otherAuthority}. */
    public Identity stranger() {
        return issue("stranger", serverCertificate("stranger"), otherAuthority);
    }

    /** Signed by the right authority for {@code elsewhere.example}, where nobody connects to. */
    public Identity wrongName() {
        return issue("wrong-name", certificate("elsewhere").addSanDnsName("elsewhere.example"), authority);
    }

    /** Signed by the right authority and naming no host at all, as the certificates of {@code ovs-pki} do. */
    public Identity nameless() {
        return issue("nameless", certificate("nameless"), authority);
    }

    @Override
    public void close() {
        folder.close();
    }

    private Identity issue(String name, CertificateBuilder certificate, X509Bundle issuer) {
        X509Bundle bundle = build(certificate, issuer);
        return new Identity(
                folder.write(name + "-key.pem", bundle.getPrivateKeyPEM()),
                folder.write(name + "-cert.pem", bundle.getCertificatePEM()));
    }

    private static X509Bundle build(CertificateBuilder certificate, X509Bundle issuer) {
        try {
            return certificate.buildIssuedBy(issuer);
        } catch (Exception e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    private static X509Bundle authority(String name) {
        try {
            return certificate(name).setIsCertificateAuthority(true).buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("cannot make a certificate authority", e);
        }
    }

    private static CertificateBuilder serverCertificate(String name) {
        return certificate(name)
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .addSanIpAddress("::1");
    }

    private static CertificateBuilder certificate(String name) {
        return new CertificateBuilder().ecp256().subject("CN=" + name + ",O=ovsdb test");
    }
}
