package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.tls.TlsMaterial;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * A handshake of a server with itself, in memory, before anybody asks for one.
 *
 * <p>The first handshake of a JVM loads and links hundreds of classes. On a busy machine that can take longer than the second
 * for which Open vSwitch's programs wait for a connection, and they do not all try again. OpenSSL's engine has no such classes.
 */
final class TlsRehearsal {
    private static final int BUFFER = 1 << 16; // More than a flight of messages with a chain of certificates.
    private static final int MOST_STEPS = 1000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine server;
    private final SSLEngine client;
    private final ByteBuffer toServer = ByteBuffer.allocate(BUFFER);
    private final ByteBuffer toClient = ByteBuffer.allocate(BUFFER);
    private final ByteBuffer data = ByteBuffer.allocate(BUFFER);
    private int steps;

    private TlsRehearsal(SSLEngine server, SSLEngine client) {
        this.server = server;
        this.client = client;
    }

    /**
     * Plays client to this server, whose engine is the JDK's, with the server's own certificate. Blocks for the time of a
     * handshake.
     *
     * @return whether the handshake was completed; a server need not trust its own certificate's issuer
     */
    static boolean play(SslContext server, TlsMaterial material) {
        try {
            SslContext client = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .keyManager(
                            material.privateKey().orElseThrow(),
                            material.chain().toArray(X509Certificate[]::new))
                    .build();
            return new TlsRehearsal(engine(server), engine(client)).shakeHands();
        } catch (SSLException refused) {
            return false; // What is wrong will be told to the peer whom it concerns.
        }
    }

    private static SSLEngine engine(SslContext context) {
        return context.newEngine(ByteBufAllocator.DEFAULT);
    }

    private boolean shakeHands() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        while (steps < MOST_STEPS && (isShaking(client) || isShaking(server))) {
            advance(client, toClient, toServer);
            advance(server, toServer, toClient);
        }
        return steps < MOST_STEPS;
    }

    private static boolean isShaking(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    /** Goes on until this side has nothing to say before it has heard more. */
    private void advance(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        in.flip();
        boolean more = true;
        while (more && steps < MOST_STEPS) {
            steps++;
            more = step(engine, in, out);
        }
        in.compact();
    }

    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> runTask(engine);
            case NEED_WRAP -> engine.wrap(NOTHING, out).bytesProduced() > 0;
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN ->
                in.hasRemaining() && engine.unwrap(in, data).getStatus() == Status.OK;
            case FINISHED, NOT_HANDSHAKING -> false;
        };
    }

    private static boolean runTask(SSLEngine engine) {
        Runnable task = engine.getDelegatedTask();
        if (task != null) task.run();
        return task != null;
    }
}
