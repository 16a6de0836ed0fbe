package dev.ovsdb.jsonrpc.transport;

import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of both ends of a transport. Immutable.
 *
 * @param kind the kind of stream
 * @param remoteName the peer in the words of a log line, such as {@code tcp:192.0.2.1:6640}
 * @param local this end's address, if it has one
 * @param remote the peer's address, if it has one
 * @param tls what TLS agreed on, for {@link Kind#SSL} only
 */
public record TransportInfo(
        Kind kind,
        String remoteName,
        @Nullable SocketAddress local,
        @Nullable SocketAddress remote,
        @Nullable TlsInfo tls) {

    /** Kinds of streams, by the names that connection methods give them. */
    public enum Kind {
        TCP,
        SSL,
        UNIX,
        /** Inside one JVM. */
        MEMORY
    }

    /** This end's address, if it has one. */
    public Optional<SocketAddress> localAddress() {
        return Optional.ofNullable(local);
    }

    /** The peer's address, if it has one. */
    public Optional<SocketAddress> remoteAddress() {
        return Optional.ofNullable(remote);
    }

    /** What TLS agreed on; empty without TLS. */
    public Optional<TlsInfo> tlsInfo() {
        return Optional.ofNullable(tls);
    }

    @Override
    public String toString() {
        return remoteName;
    }
}
