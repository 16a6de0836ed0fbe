package dev.ovsdb.jsonrpc.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** X.509 certificates out of PEM and into it. */
final class Certificates {
    private Certificates() {}

    /** @throws TlsException if there is no certificate, or one is malformed */
    static List<X509Certificate> read(PemSource source) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : source.read()) {
            if (block.type().equals("CERTIFICATE") || block.type().equals("X509 CERTIFICATE")) {
                certificates.add(decode(block.der(), source));
            }
        }
        if (certificates.isEmpty()) throw new TlsException(source.describe() + ": no certificate in it");
        return certificates;
    }

    private static X509Certificate decode(byte[] der, PemSource source) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new TlsException(source.describe() + ": a certificate is malformed: " + e.getMessage(), e);
        }
    }

    static String toPem(X509Certificate certificate) throws CertificateException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) return false;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false; // The same name with another key.
        }
    }

    /**
     * The chain with the authorities behind it as far as they are known, up to and with the root. OpenSSL sends a chain
     * so, and a peer that bootstraps its CA certificate relies on getting the root.
     */
    static List<X509Certificate> complete(List<X509Certificate> chain, List<X509Certificate> authorities) {
        List<X509Certificate> complete = new ArrayList<>(chain);
        X509Certificate last = chain.get(chain.size() - 1);
        while (!isSelfSigned(last)) {
            Optional<X509Certificate> issuer = issuerOf(last, authorities);
            if (issuer.isEmpty() || complete.contains(issuer.get())) break;
            last = issuer.get();
            complete.add(last);
        }
        return complete;
    }

    private static Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> authorities) {
        return authorities.stream().filter(ca -> isIssuedBy(certificate, ca)).findFirst();
    }
}
