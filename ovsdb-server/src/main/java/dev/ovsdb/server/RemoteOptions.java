package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A connection method that the server is to use, and how. Immutable. */
public final class RemoteOptions {
    private static final Duration DEFAULT_PROBE = Duration.ofSeconds(5);

    private final ConnectionMethod method;
    private final RemoteSettings settings;
    private final @Nullable Duration inactivityProbe;
    private final Duration maxBackoff;
    private final OptionalInt dscp;
    private final int backlog;
    private final Optional<TlsOptions> tls;

    private RemoteOptions(Builder builder) {
        method = builder.method;
        settings = builder.settings;
        inactivityProbe = builder.inactivityProbe;
        maxBackoff = builder.maxBackoff;
        dscp = builder.dscp;
        backlog = builder.backlog;
        tls = builder.tls;
    }

    /** A method with every default. */
    public static RemoteOptions of(ConnectionMethod method) {
        return builder(method).build();
    }

    public static Builder builder(ConnectionMethod method) {
        return new Builder(method);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    public ConnectionMethod method() {
        return method;
    }

    /** What its sessions may do. */
    public RemoteSettings settings() {
        return settings;
    }

    /** See {@link Builder#inactivityProbe}; empty if peers are never probed. */
    public Optional<Duration> inactivityProbe() {
        return Optional.ofNullable(inactivityProbe);
    }

    /** See {@link Builder#maxBackoff}. */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /** See {@link Builder#dscp}. */
    public OptionalInt dscp() {
        return dscp;
    }

    /** See {@link Builder#backlog}. */
    public int backlog() {
        return backlog;
    }

    /** See {@link Builder#tls}. */
    public Optional<TlsOptions> tls() {
        return tls;
    }

    /** Collects options. */
    public static final class Builder {
        private static final int MAX_DSCP = 63;

        private final ConnectionMethod method;
        private RemoteSettings settings;
        private @Nullable Duration inactivityProbe;
        private Duration maxBackoff = Duration.ofSeconds(8);
        private OptionalInt dscp = OptionalInt.empty();
        private int backlog = 64;
        private Optional<TlsOptions> tls = Optional.empty();

        private Builder(ConnectionMethod method) {
            this.method = Objects.requireNonNull(method);
            settings = RemoteSettings.of(method.toString());
            inactivityProbe = method.isUnix() ? null : DEFAULT_PROBE;
        }

        private Builder(RemoteOptions from) {
            method = from.method;
            settings = from.settings;
            inactivityProbe = from.inactivityProbe;
            maxBackoff = from.maxBackoff;
            dscp = from.dscp;
            backlog = from.backlog;
            tls = from.tls;
        }

        /** The name by which it is listed, if it was written otherwise than the method prints. */
        public Builder name(String name) {
            settings = new RemoteSettings(name, settings.role(), settings.readOnly());
            return this;
        }

        /** The role whose rights its sessions have. By default none, which means all rights. */
        public Builder role(String role) {
            settings = settings.withRole(role);
            return this;
        }

        /** Whether its sessions may change nothing. By default they may. */
        public Builder readOnly(boolean readOnly) {
            settings = settings.withReadOnly(readOnly);
            return this;
        }

        /**
         * Silence after which a peer is probed; after as much again it is dropped. Zero for never. By default 5 s, and never
         * on Unix sockets.
         */
        public Builder inactivityProbe(Duration interval) {
            if (interval.isNegative()) {
                throw new IllegalArgumentException("an inactivity probe is not negative, was " + interval);
            }
            inactivityProbe = interval.isZero() ? null : interval;
            return this;
        }

        /** The longest wait between two attempts to connect, for an active method. By default 8 s. */
        public Builder maxBackoff(Duration longest) {
            if (longest.isNegative() || longest.isZero()) {
                throw new IllegalArgumentException("a back-off is above zero, was " + longest);
            }
            maxBackoff = longest;
            return this;
        }

        /** The code point of outgoing packets, 0 to 63. By default the system's own. */
        public Builder dscp(int codePoint) {
            if (codePoint < 0 || codePoint > MAX_DSCP) {
                throw new IllegalArgumentException("a code point is 0 to 63, was " + codePoint);
            }
            dscp = OptionalInt.of(codePoint);
            return this;
        }

        /** How many peers the kernel may keep waiting for us to accept them. By default 64, as in the reference server. */
        public Builder backlog(int peers) {
            if (peers < 1) {
                throw new IllegalArgumentException("a backlog is above zero, was " + peers);
            }
            backlog = peers;
            return this;
        }

        /** What this side shows and believes, for {@code ssl:} and {@code pssl:}. By default what the server was given. */
        public Builder tls(TlsOptions options) {
            tls = Optional.of(options);
            return this;
        }

        public RemoteOptions build() {
            return new RemoteOptions(this);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemoteOptions that
                && method.equals(that.method)
                && settings.equals(that.settings)
                && Objects.equals(inactivityProbe, that.inactivityProbe)
                && maxBackoff.equals(that.maxBackoff)
                && dscp.equals(that.dscp)
                && backlog == that.backlog
                && tls.equals(that.tls);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, settings, inactivityProbe, maxBackoff, dscp, backlog, tls);
    }

    @Override
    public String toString() {
        return settings.name();
    }
}
