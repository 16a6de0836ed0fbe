package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.jsonrpc.events.TlsHandshakeEvent;
import dev.ovsdb.jsonrpc.tls.CaBootstrap;
import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.tls.Trust;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One TLS handshake on a channel that is registered with its event loop, and what follows it. */
final class TlsHandshake {
    /** What a completed handshake means. */
    enum Outcome {
        /** The peer is who it should be. */
        TRUSTED,
        /** The peer's CA certificate was stored; this connection is to be dropped and made anew. */
        BOOTSTRAPPED
    }

    private final Channel channel;
    private final SslHandler handler;
    private final TlsContext context;
    private final TlsOptions options;
    private final Executor blocking;

    TlsHandshake(Channel channel, SslHandler handler, TlsContext context, TlsOptions options, Executor blocking) {
        this.channel = channel;
        this.handler = handler;
        this.context = context;
        this.options = options;
        this.blocking = blocking;
    }

    /** On the event loop. The future completes there too, when no plain bytes can have been read yet. */
    CompletableFuture<Outcome> run(Object peer) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        TlsHandshakeEvent event = Recording.shakingHands();
        channel.config().setAutoRead(true);
        channel.pipeline().addFirst(handler).addLast(FailuresAreTold.HERE);
        handler.handshakeFuture().addListener((Future<Channel> done) -> {
            if (channel.isOpen()) channel.config().setAutoRead(false); // Netty cannot, once it is closed.
            if (event != null) event.end(peer, handler.engine().getSession(), done.cause());
            if (!done.isSuccess()) outcome.completeExceptionally(done.cause());
            else if (context.material().bootstraps()) bootstrap(outcome);
            else succeed(outcome);
        });
        return outcome;
    }

    private void succeed(CompletableFuture<Outcome> outcome) {
        channel.pipeline().remove(FailuresAreTold.HERE);
        outcome.complete(Outcome.TRUSTED);
    }

    private void bootstrap(CompletableFuture<Outcome> outcome) {
        List<X509Certificate> chain =
                TransportInfos.peerCertificates(handler.engine().getSession());
        CompletableFuture.runAsync(() -> CaBootstrap.store(bootstrapFile(), chain), blocking)
                .whenCompleteAsync(
                        (stored, failure) -> {
                            if (failure == null) outcome.complete(Outcome.BOOTSTRAPPED);
                            else outcome.completeExceptionally(Failures.unwrap(failure));
                        },
                        channel.eventLoop());
    }

    private Path bootstrapFile() {
        if (options.trust() instanceof Trust.Bootstrap bootstrap) return bootstrap.file();
        throw new TlsException("no file for the peer's CA certificate");
    }

    /** The handshake's future tells a failure; Netty would warn that nobody handled it. */
    @ChannelHandler.Sharable
    private static final class FailuresAreTold extends ChannelInboundHandlerAdapter {
        static final FailuresAreTold HERE = new FailuresAreTold();

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
            ctx.close();
        }
    }
}
