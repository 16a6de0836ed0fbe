package dev.ovsdb.jsonrpc.netty;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;

/** What does the cryptography of TLS. */
public enum TlsEngine {
    /** {@link #OPENSSL} if it is available, else {@link #JDK}. */
    AUTO,
    /** The JDK's own. */
    JDK,
    /** BoringSSL or OpenSSL, several times faster: needs {@code netty-tcnative-boringssl-static} on the class path. */
    OPENSSL;

    /** Whether it can be used here. */
    public boolean isAvailable() {
        return this != OPENSSL || OpenSsl.isAvailable();
    }

    /** Looks for OpenSSL only if it was asked for by name: loading it takes longer than a small program needs to start. */
    void requireAvailable() {
        if (!isAvailable()) {
            throw new IllegalStateException("the OpenSSL engine is not available", OpenSsl.unavailabilityCause());
        }
    }

    SslProvider provider() {
        requireAvailable();
        return this == JDK || !OpenSsl.isAvailable() ? SslProvider.JDK : SslProvider.OPENSSL;
    }

    static List<String> supportedCiphers(SslProvider provider) {
        if (provider != SslProvider.JDK) return List.copyOf(OpenSsl.availableJavaCipherSuites());
        try {
            return List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }
}
