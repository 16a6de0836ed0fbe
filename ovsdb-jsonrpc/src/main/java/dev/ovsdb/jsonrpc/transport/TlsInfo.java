package dev.ovsdb.jsonrpc.transport;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a TLS handshake agreed on.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite by its standard name
 * @param localCertificates this side's chain, its own certificate first; empty if it showed none
 * @param peerCertificates the peer's chain, its own certificate first; empty if it showed none
 */
public record TlsInfo(
        String protocol,
        String cipherSuite,
        List<X509Certificate> localCertificates,
        List<X509Certificate> peerCertificates) {
    public TlsInfo {
        localCertificates = List.copyOf(localCertificates);
        peerCertificates = List.copyOf(peerCertificates);
    }
}
