package dev.ovsdb.testkit.fault;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.tls.Trust;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.testkit.pki.Identity;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TLS server with whatever certificate a test gives it, for {@link FaultProxy#server}: it asks for no certificate of the client, counts
 * who believes it, and hangs up on them.
 *
 * <pre>{@code
 * try (var impostor = TlsImpostor.presenting(pki.stranger())) {
 *     proxy.server(impostor.remote());
 *     ...
 *     assertThat(impostor.believed()).isZero();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TlsImpostor implements AutoCloseable {
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final AtomicInteger believed = new AtomicInteger();
    private final Listener listener;

    private TlsImpostor(Identity identity) {
        TlsOptions options = TlsOptions.builder()
                .privateKey(identity.privateKey())
                .certificate(identity.certificate())
                .trust(new Trust.Anybody())
                .build();
        listener = transports
                .listen(
                        ConnectionMethod.Passive.parse("pssl:0:127.0.0.1"),
                        ListenOptions.defaults().withTls(options),
                        peer -> {
                            believed.incrementAndGet();
                            peer.close();
                        })
                .join();
    }

    /** Starts one on loopback. */
    public static TlsImpostor presenting(Identity identity) {
        return new TlsImpostor(identity);
    }

    /** Where it listens. */
    public String remote() {
        return "ssl:127.0.0.1:" + listener.port();
    }

    /** Clients that completed the handshake. */
    public int believed() {
        return believed.get();
    }

    @Override
    public void close() {
        transports.close();
    }
}
