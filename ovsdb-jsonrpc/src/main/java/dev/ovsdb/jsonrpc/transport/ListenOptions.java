package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * How to await peers. Immutable.
 *
 * @param tlsSource asked for each peer that connects; needed by {@code pssl:} and by no other
 * @param dscp the code point of outgoing packets, 0 to 63; the system's own if empty
 * @param backlog how many peers the kernel may keep waiting for us to accept them
 * @param handshakeTimeout a peer that has not completed its TLS handshake by then is dropped
 */
public record ListenOptions(
        Optional<Supplier<TlsOptions>> tlsSource, OptionalInt dscp, int backlog, Duration handshakeTimeout) {
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
        return withTlsSource(new Always(newTls));
    }

    /** These options with TLS options that may be others for each peer. The source is asked on event loops. */
    public ListenOptions withTlsSource(Supplier<TlsOptions> newSource) {
        return new ListenOptions(Optional.of(newSource), dscp, backlog, handshakeTimeout);
    }

    /** The TLS options as they are now. */
    public Optional<TlsOptions> tls() {
        return tlsSource.map(Supplier::get);
    }

    private record Always(TlsOptions options) implements Supplier<TlsOptions> {
        @Override
        public TlsOptions get() {
            return options;
        }
    }

    /** These options with a code point. */
    public ListenOptions withDscp(int newDscp) {
        return new ListenOptions(tlsSource, OptionalInt.of(newDscp), backlog, handshakeTimeout);
    }

    /** These options with another backlog. */
    public ListenOptions withBacklog(int newBacklog) {
        return new ListenOptions(tlsSource, dscp, newBacklog, handshakeTimeout);
    }

    /** These options with another handshake time-out. */
    public ListenOptions withHandshakeTimeout(Duration newTimeout) {
        return new ListenOptions(tlsSource, dscp, backlog, newTimeout);
    }
}
