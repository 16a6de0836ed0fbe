package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to open a transport. Immutable.
 *
 * @param timeout for all of it: resolving the name, trying its addresses, and the TLS handshake
 * @param tls needed by {@code ssl:} and by no other
 * @param dscp the code point of outgoing packets, 0 to 63; the system's own if empty
 */
public record ConnectOptions(Duration timeout, Optional<TlsOptions> tls, OptionalInt dscp) {
    private static final ConnectOptions DEFAULTS =
            new ConnectOptions(Duration.ofSeconds(10), Optional.empty(), OptionalInt.empty());

    /** @throws IllegalArgumentException if a value is out of range */
    public ConnectOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a connect time-out is above zero, was " + timeout);
        }
        dscp = Dscp.checked(dscp);
    }

    /** 10 seconds, no TLS options. */
    public static ConnectOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another time-out. */
    public ConnectOptions withTimeout(Duration newTimeout) {
        return new ConnectOptions(newTimeout, tls, dscp);
    }

    /** These options with TLS options. */
    public ConnectOptions withTls(TlsOptions newTls) {
        return new ConnectOptions(timeout, Optional.of(newTls), dscp);
    }

    /** These options with a code point. */
    public ConnectOptions withDscp(int newDscp) {
        return new ConnectOptions(timeout, tls, OptionalInt.of(newDscp));
    }
}
