package dev.ovsdb.jsonrpc.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the files of some {@link TlsOptions} held at one moment, checked. For transports. Immutable. */
public final class TlsMaterial {
    private static final Logger LOG = LoggerFactory.getLogger(TlsMaterial.class);

    private final @Nullable PrivateKey privateKey;
    private final List<X509Certificate> chain;
    private final List<X509Certificate> authorities;
    private final Trust trust;
    private final boolean bootstraps;

    private TlsMaterial(
            @Nullable PrivateKey privateKey,
            List<X509Certificate> chain,
            List<X509Certificate> authorities,
            Trust trust,
            boolean bootstraps) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
        this.authorities = List.copyOf(authorities);
        this.trust = trust;
        this.bootstraps = bootstraps;
    }

    /**
     * Reads the files. Blocks on the disk.
     *
     * @throws TlsException if one cannot be read, or the private key does not fit the certificate
     */
    public static TlsMaterial load(TlsOptions options) {
        boolean bootstraps = options.trust() instanceof Trust.Bootstrap bootstrap && !Files.exists(bootstrap.file());
        List<X509Certificate> authorities = authorities(options.trust(), bootstraps);
        if (options.identity().isEmpty()) {
            return new TlsMaterial(null, List.of(), authorities, options.trust(), bootstraps);
        }
        TlsOptions.Identity identity = options.identity().get();
        PrivateKey key = PrivateKeys.read(identity.privateKey());
        List<X509Certificate> chain = Certificates.read(identity.certificate());
        if (!PrivateKeys.fit(key, chain.get(0).getPublicKey())) {
            throw new TlsException(
                    identity.privateKey().describe() + ": the private key does not fit the certificate in "
                            + identity.certificate().describe());
        }
        return new TlsMaterial(key, sent(chain, authorities, options), authorities, options.trust(), bootstraps);
    }

    /** A value that differs from an earlier one if a file was changed since. Looks at the files, does not read them. */
    public static Object stamp(TlsOptions options) {
        List<Object> stamps = new ArrayList<>();
        options.identity().ifPresent(identity -> {
            stamps.add(identity.privateKey().stamp());
            stamps.add(identity.certificate().stamp());
        });
        options.peerCaCertificate().ifPresent(source -> stamps.add(source.stamp()));
        if (options.trust() instanceof Trust.Authorities ca)
            stamps.add(ca.certificates().stamp());
        if (options.trust() instanceof Trust.Bootstrap bootstrap) stamps.add(FileStamp.of(bootstrap.file()));
        return stamps;
    }

    private static List<X509Certificate> authorities(Trust trust, boolean bootstraps) {
        if (trust instanceof Trust.Authorities ca) return Certificates.read(ca.certificates());
        if (trust instanceof Trust.Bootstrap bootstrap && !bootstraps) {
            return Certificates.read(PemSource.file(bootstrap.file()));
        }
        return List.of();
    }

    private static List<X509Certificate> sent(
            List<X509Certificate> chain, List<X509Certificate> authorities, TlsOptions options) {
        List<X509Certificate> known = new ArrayList<>(authorities);
        List<X509Certificate> sent = new ArrayList<>(chain);
        Optional<List<X509Certificate>> more = options.peerCaCertificate().flatMap(TlsMaterial::additional);
        more.ifPresent(extra -> {
            known.addAll(extra);
            extra.stream().filter(certificate -> !sent.contains(certificate)).forEach(sent::add);
        });
        return more.isPresent() ? sent : Certificates.complete(sent, known);
    }

    /** Who gets them may need none: what cannot be read is no reason not to talk. */
    private static Optional<List<X509Certificate>> additional(PemSource source) {
        try {
            return Optional.of(Certificates.read(source));
        } catch (TlsException e) {
            LOG.error("no certificates are sent in addition: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The key to prove ownership of {@link #chain()} with, if this side shows one. */
    public Optional<PrivateKey> privateKey() {
        return Optional.ofNullable(privateKey);
    }

    /** What this side shows: its own certificate first, its root last if known; empty if it shows none. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** Whether the next peer is believed whoever it is, and its root certificate stored. */
    public boolean bootstraps() {
        return bootstraps;
    }

    /** Whether a server asks for the client's certificate, and refuses a client without. */
    public boolean requiresPeerCertificate() {
        return trust instanceof Trust.Authorities || trust instanceof Trust.Bootstrap;
    }

    /** Judges the peer's certificates; null for the JVM's own authorities. */
    public @Nullable TrustManager trustManager() {
        if (bootstraps || trust instanceof Trust.Anybody) return BelieveAnybody.INSTANCE;
        if (trust instanceof Trust.System) return null;
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) store.setCertificateEntry("ca" + i, authorities.get(i));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("the CA certificates cannot be used: " + e.getMessage(), e);
        }
    }

    /** The authorities that a server names to clients, so that they can choose a certificate. */
    public List<X509Certificate> authorities() {
        return authorities;
    }
}
