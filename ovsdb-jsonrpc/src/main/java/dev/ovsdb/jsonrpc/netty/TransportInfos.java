package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.TlsInfo;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** What is known of a channel's ends, once it is connected and its TLS handshake is complete. */
final class TransportInfos {
    private static final AtomicLong UNIX_PEERS = new AtomicLong();

    private TransportInfos() {}

    static TransportInfo of(ConnectionMethod method, Channel channel) {
        SocketAddress remote = channel.remoteAddress();
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return new TransportInfo(
                kind(method),
                method instanceof ConnectionMethod.Active ? method.toString() : peerName(method, remote),
                channel.localAddress(),
                remote,
                tls == null ? null : tlsInfo(tls.engine().getSession()));
    }

    private static TransportInfo.Kind kind(ConnectionMethod method) {
        if (method.isUnix()) return TransportInfo.Kind.UNIX;
        return method.isTls() ? TransportInfo.Kind.SSL : TransportInfo.Kind.TCP;
    }

    /** A peer that connected to us. One on a Unix socket has no address, so it gets a number. */
    private static String peerName(ConnectionMethod method, @Nullable SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress inet)) return "unix#" + UNIX_PEERS.incrementAndGet();
        InetAddress address = inet.getAddress();
        String host = address.getHostAddress();
        return (method.isTls() ? "ssl:" : "tcp:") + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + inet.getPort();
    }

    private static TlsInfo tlsInfo(SSLSession session) {
        return new TlsInfo(
                session.getProtocol(),
                session.getCipherSuite(),
                x509(session.getLocalCertificates()),
                peerCertificates(session));
    }

    static List<X509Certificate> peerCertificates(SSLSession session) {
        try {
            return x509(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // It showed none, and none was required.
        }
    }

    private static List<X509Certificate> x509(Certificate @Nullable [] certificates) {
        if (certificates == null) return List.of();
        return Stream.of(certificates).map(X509Certificate.class::cast).toList();
    }
}
