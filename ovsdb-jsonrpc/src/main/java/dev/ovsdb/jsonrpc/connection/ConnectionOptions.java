package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a connection behaves: limits, probe, time-out, observers. Immutable. */
public final class ConnectionOptions {
    private static final ConnectionOptions DEFAULTS = new ConnectionOptions(new Builder());

    private final FramingLimits framing;
    private final @Nullable MessageBudget messageBudget;
    private final @Nullable OutboundBudget outboundBudget;
    private final long maxOutboundBytes;
    private final long closeAboveOutboundBytes;
    private final long pauseAboveReplyBytes;
    private final long pauseAboveOutboundBytes;
    private final boolean closeOnStrayReply;
    private final boolean answerEcho;
    private final int maxPendingRequests;
    private final @Nullable Duration inactivityProbe;
    private final Duration callTimeout;
    private final Duration closeTimeout;
    private final int wireLogChars;
    private final ConnectionListener listener;

    private ConnectionOptions(Builder builder) {
        framing = builder.framing;
        messageBudget = builder.messageBudget;
        outboundBudget = builder.outboundBudget;
        maxOutboundBytes = builder.maxOutboundBytes;
        closeAboveOutboundBytes = Math.max(builder.closeAboveOutboundBytes, maxOutboundBytes);
        pauseAboveReplyBytes = builder.pauseAboveReplyBytes;
        pauseAboveOutboundBytes = builder.pauseAboveOutboundBytes;
        closeOnStrayReply = builder.closeOnStrayReply;
        answerEcho = builder.answerEcho;
        maxPendingRequests = builder.maxPendingRequests;
        inactivityProbe = builder.inactivityProbe;
        callTimeout = builder.callTimeout;
        closeTimeout = builder.closeTimeout;
        wireLogChars = builder.wireLogChars;
        listener = builder.listener;
    }

    /** What each of the builder's methods names as its default. */
    public static ConnectionOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these options. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** See {@link Builder#framing}. */
    public FramingLimits framing() {
        return framing;
    }

    /** See {@link Builder#messageBudget}; empty if there is no limit but each connection's own. */
    public Optional<MessageBudget> messageBudget() {
        return Optional.ofNullable(messageBudget);
    }

    /** See {@link Builder#outboundBudget}; empty if there is no limit but each connection's own. */
    public Optional<OutboundBudget> outboundBudget() {
        return Optional.ofNullable(outboundBudget);
    }

    /** See {@link Builder#maxOutboundBytes}. */
    public long maxOutboundBytes() {
        return maxOutboundBytes;
    }

    /** See {@link Builder#closeAboveOutboundBytes}. */
    public long closeAboveOutboundBytes() {
        return closeAboveOutboundBytes;
    }

    /** See {@link Builder#pauseAboveReplyBytes}. */
    public long pauseAboveReplyBytes() {
        return pauseAboveReplyBytes;
    }

    /** See {@link Builder#pauseAboveOutboundBytes}. */
    public long pauseAboveOutboundBytes() {
        return pauseAboveOutboundBytes;
    }

    /** See {@link Builder#closeOnStrayReply}. */
    public boolean closeOnStrayReply() {
        return closeOnStrayReply;
    }

    /** See {@link Builder#answerEcho}. */
    public boolean answerEcho() {
        return answerEcho;
    }

    /** See {@link Builder#maxPendingRequests}. */
    public int maxPendingRequests() {
        return maxPendingRequests;
    }

    /** See {@link Builder#inactivityProbe}; empty if the peer is never probed. */
    public Optional<Duration> inactivityProbe() {
        return Optional.ofNullable(inactivityProbe);
    }

    /** See {@link Builder#callTimeout}. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** See {@link Builder#closeTimeout}. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** See {@link Builder#wireLogChars}. */
    public int wireLogChars() {
        return wireLogChars;
    }

    /** See {@link Builder#listener}. */
    public ConnectionListener listener() {
        return listener;
    }

    /** Collects options. */
    public static final class Builder {
        private static final long MIB = 1 << 20;

        private FramingLimits framing = FramingLimits.DEFAULT;
        private @Nullable MessageBudget messageBudget;
        private @Nullable OutboundBudget outboundBudget;
        private long maxOutboundBytes = 128 * MIB;
        private long closeAboveOutboundBytes = 512 * MIB;
        private long pauseAboveReplyBytes = MIB;
        private long pauseAboveOutboundBytes = Long.MAX_VALUE;
        private boolean closeOnStrayReply;
        private boolean answerEcho = true;
        private int maxPendingRequests = 1_000_000;
        private @Nullable Duration inactivityProbe;
        private Duration callTimeout = Duration.ofSeconds(30);
        private Duration closeTimeout = Duration.ofSeconds(5);
        private int wireLogChars = 512;
        private ConnectionListener listener = ConnectionListener.NONE;

        private Builder() {}

        private Builder(ConnectionOptions from) {
            framing = from.framing;
            messageBudget = from.messageBudget;
            outboundBudget = from.outboundBudget;
            maxOutboundBytes = from.maxOutboundBytes;
            closeAboveOutboundBytes = from.closeAboveOutboundBytes;
            pauseAboveReplyBytes = from.pauseAboveReplyBytes;
            pauseAboveOutboundBytes = from.pauseAboveOutboundBytes;
            closeOnStrayReply = from.closeOnStrayReply;
            answerEcho = from.answerEcho;
            maxPendingRequests = from.maxPendingRequests;
            inactivityProbe = from.inactivityProbe;
            callTimeout = from.callTimeout;
            closeTimeout = from.closeTimeout;
            wireLogChars = from.wireLogChars;
            listener = from.listener;
        }

        /** The limits of size and nesting of what the peer sends. By default {@link FramingLimits#DEFAULT}. */
        public Builder framing(FramingLimits limits) {
            framing = limits;
            return this;
        }

        /** Bytes of a message that may have to be kept at once; see {@link FramingLimits#maxMessageBytes()}. */
        public Builder maxMessageBytes(long bytes) {
            framing = framing.withMaxMessageBytes(bytes);
            return this;
        }

        /**
         * What all connections with this budget may keep of incomplete messages together. By default nothing is counted: only
         * {@link #maxMessageBytes} limits each.
         */
        public Builder messageBudget(MessageBudget budget) {
            messageBudget = budget;
            return this;
        }

        /**
         * How many bytes may wait for the peers of all connections with this budget together. By default nothing is counted: only
         * {@link #maxOutboundBytes} and {@link #closeAboveOutboundBytes} limit each.
         */
        public Builder outboundBudget(OutboundBudget budget) {
            outboundBudget = budget;
            return this;
        }

        /** How deep a message may nest. By default 1000. */
        public Builder maxNesting(int levels) {
            framing = framing.withMaxNesting(levels);
            return this;
        }

        /** Bytes waiting for the peer above which calls and notifications are refused. By default 128 MiB. */
        public Builder maxOutboundBytes(long bytes) {
            maxOutboundBytes = positive("maxOutboundBytes", bytes);
            return this;
        }

        /**
         * Bytes waiting for the peer above which the connection is closed; replies can bring it there. By default 512 MiB,
         * and never below {@link #maxOutboundBytes}.
         */
        public Builder closeAboveOutboundBytes(long bytes) {
            closeAboveOutboundBytes = positive("closeAboveOutboundBytes", bytes);
            return this;
        }

        /**
         * Bytes of replies waiting for the peer above which nothing more is read from it. By default 1 MiB. Own calls do not
         * count: two peers that both stop reading because they have much to ask would wait for each other for ever.
         */
        public Builder pauseAboveReplyBytes(long bytes) {
            pauseAboveReplyBytes = positive("pauseAboveReplyBytes", bytes);
            return this;
        }

        /**
         * Bytes of any kind waiting for the peer above which nothing more is read from it. By default there is no such limit;
         * a server, whose peers always read what they are sent, sets one, so that a peer that does not is not served.
         */
        public Builder pauseAboveOutboundBytes(long bytes) {
            pauseAboveOutboundBytes = positive("pauseAboveOutboundBytes", bytes);
            return this;
        }

        /**
         * Whether a reply that nobody waits for ends the connection, as it does with the reference server; an error in answer
         * to a probe is such a reply too. By default it is logged and passed over.
         */
        public Builder closeOnStrayReply(boolean close) {
            closeOnStrayReply = close;
            return this;
        }

        /**
         * Whether the connection itself answers {@code echo} requests, at once, as by default; else they come to the peer handler
         * like any other, which can so keep them in order with its replies.
         */
        public Builder answerEcho(boolean answer) {
            answerEcho = answer;
            return this;
        }

        /** Calls that may wait for their reply at once; above, calls are refused. By default a million. */
        public Builder maxPendingRequests(int calls) {
            maxPendingRequests = (int) positive("maxPendingRequests", calls);
            return this;
        }

        /** Silence after which the peer is probed; after as much again the connection is closed. */
        public Builder inactivityProbe(Duration interval) {
            inactivityProbe = requirePositive("inactivityProbe", interval);
            return this;
        }

        /** Never probes, the default. */
        public Builder noInactivityProbe() {
            inactivityProbe = null;
            return this;
        }

        /** The time-out of {@link JsonRpcConnection#call(String, dev.ovsdb.jsonrpc.JsonValue...)}. By default 30 s. */
        public Builder callTimeout(Duration timeout) {
            callTimeout = requirePositive("callTimeout", timeout);
            return this;
        }

        /** How long a close waits for queued bytes to leave. By default 5 s. */
        public Builder closeTimeout(Duration timeout) {
            closeTimeout = requirePositive("closeTimeout", timeout);
            return this;
        }

        /** How much of each message the wire log (at debug) shows. By default 512 characters. */
        public Builder wireLogChars(int chars) {
            wireLogChars = (int) positive("wireLogChars", chars);
            return this;
        }

        /** Who is told what happens, for metrics and events. By default nobody. */
        public Builder listener(ConnectionListener observer) {
            listener = observer;
            return this;
        }

        /** The options as they are now. */
        public ConnectionOptions build() {
            return new ConnectionOptions(this);
        }

        private static long positive(String name, long value) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive, was " + value);
            }
            return value;
        }

        private static Duration requirePositive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be positive, was " + value);
            }
            return value;
        }
    }
}
