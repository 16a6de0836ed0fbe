package dev.ovsdb.jsonrpc.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFailuresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received fatal alert: bad_certificate",
                "(certificate_required) Received fatal alert: certificate_required",
                "Received fatal alert: unknown_ca",
                "Received fatal alert: decrypt_error",
                "error:10000418:SSL routines:OPENSSL_internal:TLSV1_ALERT_UNKNOWN_CA",
                "error:1000041b:SSL routines:OPENSSL_internal:TLSV1_ALERT_DECRYPT_ERROR",
                "error:10000414:SSL routines:OPENSSL_internal:SSLV3_ALERT_CERTIFICATE_EXPIRED",
            })
    void anAlertThatSpeaksOfCertificatesIsOneOfTrust(String message) {
        assertThat(TlsFailures.isTrustFailure(new SSLHandshakeException(message)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received fatal alert: handshake_failure",
                "error:10000410:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE",
                "Received fatal alert: protocol_version",
                "Received fatal alert: internal_error",
            })
    void anyOtherIsNot(String message) {
        assertThat(TlsFailures.isTrustFailure(new SSLException(message))).isFalse();
    }

    @Test
    void aCallThatFailedWithItsConnectionTellsToo() {
        var alert = new SSLException("Received fatal alert: unknown_ca");
        assertThat(TlsFailures.isTrustFailure(new ConnectionClosedException("get_schema: ended", true, alert)))
                .isTrue();
        assertThat(TlsFailures.isTrustFailure(new IOException(new CertificateException("expired"))))
                .isTrue();
        assertThat(TlsFailures.isTrustFailure(new IOException("Received fatal alert: unknown_ca")))
                .isFalse();
        assertThat(TlsFailures.isTrustFailure(null)).isFalse();
    }
}
