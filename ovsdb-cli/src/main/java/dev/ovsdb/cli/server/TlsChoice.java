package dev.ovsdb.cli.server;

import java.util.Optional;

/**
 * The TLS options as given. The first three may also name a column of a database that holds the file's name:
 * {@code db:DATABASE,TABLE,COLUMN}.
 *
 * @param bootstrap whether the authority is to be learnt from the first peer, and written to its file
 */
record TlsChoice(
        Optional<String> privateKey,
        Optional<String> certificate,
        Optional<String> caCertificate,
        boolean bootstrap,
        Optional<String> peerCaCertificate,
        Optional<String> protocols,
        Optional<String> ciphers) {
    static final TlsChoice NONE = new TlsChoice(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** These with one more option. */
    TlsChoice with(ServerOption option, String value) {
        Optional<String> given = Optional.of(value);
        return switch (option) {
            case PRIVATE_KEY ->
                new TlsChoice(given, certificate, caCertificate, bootstrap, peerCaCertificate, protocols, ciphers);
            case CERTIFICATE ->
                new TlsChoice(privateKey, given, caCertificate, bootstrap, peerCaCertificate, protocols, ciphers);
            case CA_CERT -> new TlsChoice(privateKey, certificate, given, false, peerCaCertificate, protocols, ciphers);
            case BOOTSTRAP_CA_CERT ->
                new TlsChoice(privateKey, certificate, given, true, peerCaCertificate, protocols, ciphers);
            case PEER_CA_CERT ->
                new TlsChoice(privateKey, certificate, caCertificate, bootstrap, given, protocols, ciphers);
            case SSL_PROTOCOLS ->
                new TlsChoice(privateKey, certificate, caCertificate, bootstrap, peerCaCertificate, given, ciphers);
            case SSL_CIPHERS ->
                new TlsChoice(privateKey, certificate, caCertificate, bootstrap, peerCaCertificate, protocols, given);
            default -> throw new IllegalArgumentException(option + " is not about TLS");
        };
    }
}
