package dev.ovsdb.jsonrpc.netty;

import io.netty.handler.ssl.OpenSslCertificateException;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Says why a certificate is refused in terms that the OpenSSL engine turns into the right alert. Left alone it sends
 * "internal error", and the peer cannot know that trying again is in vain.
 */
final class OpenSslTrust extends X509ExtendedTrustManager {
    private static final int UNABLE_TO_GET_ISSUER = 20; // X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknown_ca
    private static final int REJECTED = 28; // X509_V_ERR_CERT_REJECTED: bad_certificate

    private final X509ExtendedTrustManager judge;

    OpenSslTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private static void check(Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            if (e.getCause() instanceof CertPathBuilderException) {
                throw new OpenSslCertificateException(e.getMessage(), e, UNABLE_TO_GET_ISSUER);
            }
            // The engine itself understands a validation failure, such as an expired certificate.
            throw e.getCause() == null ? new OpenSslCertificateException(e.getMessage(), e, REJECTED) : e;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(() -> judge.checkClientTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(() -> judge.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(() -> judge.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(() -> judge.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(() -> judge.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(() -> judge.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
