package dev.ovsdb.jsonrpc.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this side shows, believes and speaks in TLS. Immutable; files are named here and read when a handshake needs them.
 *
 * <p>Files are read again for the next handshake when they have changed; sessions that exist go on. If the new content
 * cannot be used, the old stays in use and a warning is logged.
 *
 * @param identity the key and certificate to show; a server needs one, a client if the server asks for it
 * @param trust whose certificates are believed
 * @param peerCaCertificate certificates to send in addition, for peers that bootstrap ({@code --peer-ca-cert}); if they cannot
 *     be read an error is logged, and they are not sent
 * @param protocols among {@code TLSv1.3} and {@code TLSv1.2}
 * @param ciphers a cipher list, see {@link CipherList}; empty for the engine's own choice
 * @param verifyHostName whether a client requires the server's certificate to be made out for the host it connects to.
 *     Certificates made by {@code ovs-pki} name no hosts; with them, switch this off.
 * @param serverName the name to ask for and check instead of the host in the connection method
 */
public record TlsOptions(
        Optional<Identity> identity,
        Trust trust,
        Optional<PemSource> peerCaCertificate,
        List<String> protocols,
        Optional<String> ciphers,
        boolean verifyHostName,
        Optional<String> serverName) {

    /** @throws TlsException if the protocols or the ciphers are nothing that can be spoken */
    public TlsOptions {
        Objects.requireNonNull(trust);
        protocols = TlsProtocols.parse(String.join(",", protocols));
        ciphers.ifPresent(TlsOptions::requireNotBlank);
    }

    /** A private key and the chain that certifies it: its own certificate first, then those of authorities. */
    public record Identity(PemSource privateKey, PemSource certificate) {}

    /** Trusts the JVM's authorities, checks host names, speaks TLS 1.2 and 1.3, and shows no certificate. */
    public static TlsOptions defaults() {
        return builder().build();
    }

    /** A builder that starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    private static void requireNotBlank(String ciphers) {
        if (ciphers.isBlank()) throw new TlsException("\"" + ciphers + "\": expected a cipher list");
    }

    /** Collects options; each setter replaces what an earlier call of it chose. */
    public static final class Builder {
        private @Nullable PemSource privateKey;
        private @Nullable PemSource certificate;
        private @Nullable PemSource peerCaCertificate;
        private Trust trust = new Trust.System();
        private List<String> protocols = TlsProtocols.ALL;
        private @Nullable String ciphers;
        private boolean verifyHostName = true;
        private @Nullable String serverName;

        private Builder() {}

        /** PEM: PKCS#8, or the older {@code RSA PRIVATE KEY} and {@code EC PRIVATE KEY}; not encrypted. */
        public Builder privateKey(PemSource key) {
            privateKey = key;
            return this;
        }

        /** As {@link #privateKey(PemSource)}, from a file. */
        public Builder privateKey(Path file) {
            return privateKey(PemSource.file(file));
        }

        /** The certificate of the private key, first in the PEM, and any authorities between it and the root. */
        public Builder certificate(PemSource chain) {
            certificate = chain;
            return this;
        }

        /** As {@link #certificate(PemSource)}, from a file. */
        public Builder certificate(Path file) {
            return certificate(PemSource.file(file));
        }

        /** Believes what one of these authorities signed; a server then requires client certificates. */
        public Builder caCertificate(PemSource authorities) {
            return trust(new Trust.Authorities(authorities));
        }

        /** As {@link #caCertificate(PemSource)}, from a file. */
        public Builder caCertificate(Path file) {
            return caCertificate(PemSource.file(file));
        }

        /** See {@link Trust.Bootstrap}. */
        public Builder bootstrapCaCertificate(Path file) {
            return trust(new Trust.Bootstrap(file));
        }

        /** Whose certificates are believed; by default {@link Trust.System}. */
        public Builder trust(Trust believed) {
            trust = believed;
            return this;
        }

        /** Sends these certificates behind our own, for peers that bootstrap. */
        public Builder peerCaCertificate(Path file) {
            peerCaCertificate = PemSource.file(file);
            return this;
        }

        /** Such as {@code TLSv1.2,TLSv1.3} or {@code TLSv1.2+}. */
        public Builder protocols(String versions) {
            protocols = TlsProtocols.parse(versions);
            return this;
        }

        /** Such as {@code HIGH:!aNULL:!MD5}; see {@link CipherList}. */
        public Builder ciphers(String list) {
            ciphers = list;
            return this;
        }

        /** Whether a client checks the server's certificate for the host's name; by default it does. */
        public Builder verifyHostName(boolean verify) {
            verifyHostName = verify;
            return this;
        }

        /** Asks and checks for this name instead of the host in the connection method. */
        public Builder serverName(String name) {
            serverName = name;
            return this;
        }

        /** @throws TlsException if only one of private key and certificate was given */
        public TlsOptions build() {
            return new TlsOptions(
                    identity(),
                    trust,
                    Optional.ofNullable(peerCaCertificate),
                    protocols,
                    Optional.ofNullable(ciphers),
                    verifyHostName,
                    Optional.ofNullable(serverName));
        }

        private Optional<Identity> identity() {
            if (privateKey == null && certificate == null) return Optional.empty();
            if (certificate == null) throw new TlsException("a private key needs its certificate");
            if (privateKey == null) throw new TlsException("a certificate needs its private key");
            return Optional.of(new Identity(privateKey, certificate));
        }
    }
}
