package dev.ovsdb.cli.tls;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.nio.file.Path;
import java.util.Optional;

/** The TLS options as given; nothing is read before a connection needs it. */
public record TlsFiles(
        Optional<Path> privateKey,
        Optional<Path> certificate,
        Optional<Path> caCertificate,
        boolean bootstrap,
        Optional<String> protocols,
        Optional<String> ciphers) {
    /** Nothing given. */
    public static final TlsFiles NONE = new TlsFiles(
            Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

    /** Whether there is all that the reference asks for before it speaks TLS. */
    public boolean areComplete() {
        return privateKey.isPresent() && certificate.isPresent() && caCertificate.isPresent();
    }

    /** Host names are not checked: certificates of the reference's PKI name no hosts. */
    public TlsOptions options() {
        TlsOptions.Builder builder = TlsOptions.builder().verifyHostName(false);
        privateKey.ifPresent(builder::privateKey);
        certificate.ifPresent(builder::certificate);
        caCertificate.ifPresent(bootstrap ? builder::bootstrapCaCertificate : builder::caCertificate);
        protocols.ifPresent(builder::protocols);
        ciphers.ifPresent(builder::ciphers);
        return builder.build();
    }

    public TlsFiles withPrivateKey(String file) {
        return new TlsFiles(Optional.of(Path.of(file)), certificate, caCertificate, bootstrap, protocols, ciphers);
    }

    public TlsFiles withCertificate(String file) {
        return new TlsFiles(privateKey, Optional.of(Path.of(file)), caCertificate, bootstrap, protocols, ciphers);
    }

    public TlsFiles withCaCertificate(String file, boolean written) {
        return new TlsFiles(privateKey, certificate, Optional.of(Path.of(file)), written, protocols, ciphers);
    }

    public TlsFiles withProtocols(String list) {
        return new TlsFiles(privateKey, certificate, caCertificate, bootstrap, Optional.of(list), ciphers);
    }

    public TlsFiles withCiphers(String list) {
        return new TlsFiles(privateKey, certificate, caCertificate, bootstrap, protocols, Optional.of(list));
    }
}
