package dev.ovsdb.jsonrpc.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells whether a failure means that one side does not trust the other, so that trying again does not help. */
public final class TlsFailures {
    private static final int MAX_CAUSES = 20;

    /**
     * What engines call the alerts of RFC 8446, section 6.2, that speak of certificates. "Decrypt error" is among them: so
     * OpenSSL calls a certificate whose authority has the right name and another key. "Handshake failure" is not: under TLS
     * 1.2 it may mean a certificate that is missing, but also that the two have no cipher suite in common, and who said it
     * may be another program after the next restart.
     */
    private static final Pattern REFUSAL = Pattern.compile(
            "(bad|unsupported|revoked|expired|unknown)[_ ]certificate|certificate[_ ](revoked|expired|unknown|required)"
                    + "|unknown[_ ]ca|access[_ ]denied|decrypt[_ ]error|empty (client|server) certificate chain|certificate_verify_failed"
                    + "|certificate verify failed|peer_did_not_return_a_certificate");

    private TlsFailures() {}

    /**
     * True if this side refused the peer's certificate or name, or the peer refused ours. Under TLS 1.3 a server refuses
     * after the client's handshake is complete, so this may also be the cause with which an open transport ends.
     */
    public static boolean isTrustFailure(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (speaksOfTrust(cause)) return true;
        }
        return false;
    }

    private static boolean speaksOfTrust(Throwable cause) {
        if (cause instanceof CertificateException
                || cause instanceof CertPathValidatorException
                || cause instanceof CertPathBuilderException
                || cause instanceof SSLPeerUnverifiedException) {
            return true;
        }
        String message = cause.getMessage();
        return cause instanceof SSLException
                && message != null
                && REFUSAL.matcher(message.toLowerCase(Locale.ROOT)).find();
    }
}
