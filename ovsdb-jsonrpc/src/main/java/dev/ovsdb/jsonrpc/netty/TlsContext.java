package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.CipherList;
import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.tls.TlsMaterial;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.NetUtil;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS options with their files read: makes the handlers of new connections. Immutable.
 *
 * <p>A client never resumes a session: the reference server refuses that with a fatal alert ("session id context
 * uninitialized"), so that each second connect would fail. OpenSSL's engine can be told so; the JDK's looks for a session
 * under the peer's host and port, and is given another port each time, which it uses for nothing else.
 */
final class TlsContext {
    private static final AtomicInteger NEVER_THE_SAME = new AtomicInteger();

    private final TlsOptions options;
    private final TlsMaterial material;
    private final SslContext context;

    private TlsContext(TlsOptions options, TlsMaterial material, SslContext context) {
        this.options = options;
        this.material = material;
        this.context = context;
    }

    /** Reads the files. Blocks. */
    static TlsContext client(TlsOptions options, SslProvider provider) {
        TlsMaterial material = TlsMaterial.load(options);
        SslContextBuilder builder = SslContextBuilder.forClient();
        material.privateKey().ifPresent(key -> builder.keyManager(key, chain(material)));
        SslContext context = build(builder, options, material, provider);
        context.sessionContext().setSessionCacheSize(1);
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) sessions.setSessionCacheEnabled(false);
        return new TlsContext(options, material, context);
    }

    /** Reads the files. Blocks. */
    static TlsContext server(TlsOptions options, SslProvider provider) {
        TlsMaterial material = TlsMaterial.load(options);
        PrivateKey key = material.privateKey().orElseThrow(() -> new TlsException("a TLS server needs a certificate"));
        SslContextBuilder builder = SslContextBuilder.forServer(key, chain(material))
                .clientAuth(material.requiresPeerCertificate() ? ClientAuth.REQUIRE : ClientAuth.NONE);
        return new TlsContext(options, material, build(builder, options, material, provider));
    }

    private static SslContext build(
            SslContextBuilder builder, TlsOptions options, TlsMaterial material, SslProvider provider) {
        builder.sslProvider(provider).protocols(options.protocols());
        TrustManager trust = material.trustManager();
        if (trust != null) builder.trustManager(forProvider(trust, provider));
        Optional<List<String>> ciphers =
                options.ciphers().map(list -> CipherList.select(list, TlsEngine.supportedCiphers(provider)));
        ciphers.ifPresent(builder::ciphers);
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new TlsException("the TLS options cannot be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager forProvider(TrustManager trust, SslProvider provider) {
        boolean jdk = provider == SslProvider.JDK;
        return !jdk && trust instanceof X509ExtendedTrustManager judge ? new OpenSslTrust(judge) : trust;
    }

    private static X509Certificate[] chain(TlsMaterial material) {
        return material.chain().toArray(X509Certificate[]::new);
    }

    /** Makes the first handshake of a server with the JDK's engine fast. Blocks; true if it was completed. */
    boolean rehearse() {
        return TlsRehearsal.play(context, material);
    }

    TlsMaterial material() {
        return material;
    }

    SslHandler clientHandler(ByteBufAllocator allocator, ConnectionMethod.Ssl method, Duration timeout) {
        String name = options.serverName().orElse(method.host());
        SslHandler handler = context.newHandler(allocator, name, NEVER_THE_SAME.incrementAndGet() & Integer.MAX_VALUE);
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        boolean verify = options.verifyHostName() && !material.bootstraps();
        parameters.setEndpointIdentificationAlgorithm(verify ? "HTTPS" : "");
        parameters.setServerNames(serverNames(name));
        engine.setSSLParameters(parameters);
        return withTimeout(handler, timeout);
    }

    /** SNI has no addresses (RFC 6066, section 3). */
    private static List<SNIServerName> serverNames(String name) {
        if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) return List.of();
        try {
            return List.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            return List.of(); // A name that only the local resolver knows, such as one with an underscore.
        }
    }

    SslHandler serverHandler(ByteBufAllocator allocator, Duration timeout) {
        return withTimeout(context.newHandler(allocator), timeout);
    }

    private static SslHandler withTimeout(SslHandler handler, Duration timeout) {
        handler.setHandshakeTimeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
        return handler;
    }
}
