package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to await peers. Immutable.
 *
 * @param tls needed by {@code pssl:} and by no other
 * @param dscp the code point of outgoing packets, 0 to 63; the system's own if empty
 * @param backlog how many peers the kernel may keep waiting for us to accept them
 * @param handshakeTimeout a peer that has not completed its TLS handshake by then is dropped
 */
public record ListenOptions(Optional<TlsOptions> tls, OptionalInt dscp, int backlog, Duration handshakeTimeout) {
    private static final ListenOptions DEFAULTS =
            new ListenOptions(Optional.empty(), OptionalInt.empty(), 1024, Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if a value is out of range */
    public ListenOptions {
        dscp = Dscp.checked(dscp);
        if (backlog < 1) throw new IllegalArgumentException("a backlog is above zero, was " + backlog);
        if (handshakeTimeout.isNegative() || handshakeTimeout.isZero()) {
            throw new IllegalArgumentException("a handshake time-out is above zero, was " + handshakeTimeout);
        }
    }

    /** No TLS options, a backlog of 1024, 10 seconds for a handshake. */
    public static ListenOptions defaults() {
        return DEFAULTS;
    }

    /** These options with TLS options. */
    public ListenOptions withTls(TlsOptions newTls) {
        return new ListenOptions(Optional.of(newTls), dscp, backlog, handshakeTimeout);
    }

    /** These options with a code point. */
    public ListenOptions withDscp(int newDscp) {
        return new ListenOptions(tls, OptionalInt.of(newDscp), backlog, handshakeTimeout);
    }

    /** These options with another backlog. */
    public ListenOptions withBacklog(int newBacklog) {
        return new ListenOptions(tls, dscp, newBacklog, handshakeTimeout);
    }

    /** These options with another handshake time-out. */
    public ListenOptions withHandshakeTimeout(Duration newTimeout) {
        return new ListenOptions(tls, dscp, backlog, newTimeout);
    }
}
