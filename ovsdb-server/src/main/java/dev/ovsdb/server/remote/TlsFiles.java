package dev.ovsdb.server.remote;

import dev.ovsdb.jsonrpc.tls.CipherList;
import dev.ovsdb.jsonrpc.tls.PemSource;
import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.tls.Trust;
import dev.ovsdb.server.engine.Database;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * What the server shows and believes on TLS remotes, each setting given as it is or as {@code db:DATABASE,TABLE,COLUMN}: the
 * first string that is not empty in that column of any row. Immutable.
 *
 * <p>Files whose contents change are read again for the next connection; sessions go on. Host names are not checked, as in the
 * reference programs: their certificates name none.
 */
public final class TlsFiles {
    /** Named in place of the CA's file. */
    private static final String NOBODY = "none";

    private enum Setting {
        PRIVATE_KEY,
        CERTIFICATE,
        CA_CERTIFICATE,
        BOOTSTRAP_CA_CERTIFICATE,
        PEER_CA_CERTIFICATE,
        PROTOCOLS,
        CIPHERS
    }

    private final Map<Setting, String> settings;

    private TlsFiles(Map<Setting, String> settings) {
        this.settings = settings;
    }

    /** Nothing is set: TLS remotes cannot be used. */
    public static TlsFiles none() {
        return new TlsFiles(new LinkedHashMap<>());
    }

    /** The file of the private key. */
    public TlsFiles withPrivateKey(String file) {
        return with(Setting.PRIVATE_KEY, file);
    }

    /** The file of the certificate, and of those that lead to the CA's. */
    public TlsFiles withCertificate(String file) {
        return with(Setting.CERTIFICATE, file);
    }

    /** The file of the CA's certificate, by which peers are judged; {@code none} if they are not. */
    public TlsFiles withCaCertificate(String file) {
        return with(Setting.CA_CERTIFICATE, file);
    }

    /** The same; if there is no such file, the first peer's CA is believed and written there. */
    public TlsFiles withBootstrapCaCertificate(String file) {
        return with(Setting.BOOTSTRAP_CA_CERTIFICATE, file);
    }

    /** The file of certificates to show to peers besides. */
    public TlsFiles withPeerCaCertificate(String file) {
        return with(Setting.PEER_CA_CERTIFICATE, file);
    }

    /** The protocols to speak, as {@code --ssl-protocols} has them; if none of them can be spoken the setting does not count. */
    public TlsFiles withProtocols(String protocols) {
        return with(Setting.PROTOCOLS, protocols);
    }

    /** The cipher suites to use, as {@code --ssl-ciphers} has them; if there is none of them the setting does not count. */
    public TlsFiles withCiphers(String ciphers) {
        return with(Setting.CIPHERS, ciphers);
    }

    private TlsFiles with(Setting setting, String value) {
        Map<Setting, String> changed = new LinkedHashMap<>(settings);
        changed.put(setting, value);
        return new TlsFiles(changed);
    }

    /** The columns that settings name. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        settings.values().stream()
                .filter(value -> value.startsWith(ColumnReference.PREFIX))
                .forEach(references::add);
        return references;
    }

    /**
     * The options as they are now; empty without a private key, a certificate, or somebody to believe.
     *
     * @param complain told what is wrong with a reference or a list, whose setting then counts as not made
     */
    Optional<TlsOptions> resolve(Function<String, Optional<Database>> databases, Consumer<String> complain) {
        Map<Setting, String> values = new LinkedHashMap<>();
        settings.forEach((setting, value) ->
                resolve(value, databases, complain).ifPresent(resolved -> values.put(setting, resolved)));
        boolean believes =
                values.containsKey(Setting.CA_CERTIFICATE) || values.containsKey(Setting.BOOTSTRAP_CA_CERTIFICATE);
        if (!values.containsKey(Setting.PRIVATE_KEY) || !values.containsKey(Setting.CERTIFICATE) || !believes) {
            return Optional.empty();
        }
        TlsOptions.Builder builder = TlsOptions.builder().verifyHostName(false);
        values.forEach((setting, value) -> {
            try {
                set(builder, setting, value);
            } catch (TlsException e) {
                complain.accept(e.getMessage());
            }
        });
        return Optional.of(builder.build());
    }

    private static Optional<String> resolve(
            String value, Function<String, Optional<Database>> databases, Consumer<String> complain) {
        if (!value.startsWith(ColumnReference.PREFIX)) {
            return Optional.of(value);
        }
        try {
            return RemoteRows.strings(ColumnReference.parseStrings(value, databases)).stream()
                    .filter(text -> !text.isEmpty())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            complain.accept(e.getMessage());
            return Optional.empty();
        }
    }

    private static void set(TlsOptions.Builder builder, Setting setting, String value) {
        switch (setting) {
            case PRIVATE_KEY -> builder.privateKey(Path.of(value));
            case CERTIFICATE -> builder.certificate(Path.of(value));
            case CA_CERTIFICATE, BOOTSTRAP_CA_CERTIFICATE -> builder.trust(trust(setting, value));
            case PEER_CA_CERTIFICATE -> builder.peerCaCertificate(Path.of(value));
            case PROTOCOLS -> builder.protocols(value);
            case CIPHERS -> builder.ciphers(requireAny(value));
        }
    }

    private static Trust trust(Setting setting, String value) {
        if (value.equals(NOBODY)) {
            return new Trust.Anybody();
        }
        Path file = Path.of(value);
        return setting == Setting.CA_CERTIFICATE
                ? new Trust.Authorities(PemSource.file(file))
                : new Trust.Bootstrap(file);
    }

    /** @throws TlsException if the list selects no suite */
    private static String requireAny(String ciphers) {
        try {
            SSLParameters supported = SSLContext.getDefault().getSupportedSSLParameters();
            CipherList.select(ciphers, List.of(supported.getCipherSuites()));
            return ciphers;
        } catch (NoSuchAlgorithmException e) {
            throw new TlsException("this JVM speaks no TLS: " + e.getMessage(), e);
        }
    }
}
