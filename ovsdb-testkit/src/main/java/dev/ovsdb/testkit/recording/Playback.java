package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recording back, in the place of the server or of the clients, and compares what the other side says with what it said then.
 *
 * <pre>{@code
 * try (PlaybackServer server = Playback.of(recording).serve()) {
 *     run(program, server.remote());
 *     server.finish().requireSame();
 * }
 * Playback.of(recording).against("tcp:127.0.0.1:6640").requireSame();
 * }</pre>
 *
 * <p>Ids and UUIDs are those of now: a reply has the id that its request has this time, and a UUID that the other side chose anew stands
 * wherever the recorded one stood. Without {@link #timing}, each message is said as soon as all has been heard that it came behind. For one
 * thread.
 */
public final class Playback {
    private final Recording recording;
    private ComparisonRules rules = ComparisonRules.defaults();
    private @Nullable ReferencePki pki;
    private Duration patience = Duration.ofSeconds(10);
    private double timing;

    private Playback(Recording recording) {
        this.recording = recording;
    }

    /** Begins to say how it is played. */
    public static Playback of(Recording recording) {
        return new Playback(recording);
    }

    /** What may differ; by default nothing but what {@link ComparisonRules} allows always. */
    public Playback rules(ComparisonRules chosen) {
        rules = Objects.requireNonNull(chosen);
        return this;
    }

    /** Speaks TLS, as the good server or the good client of this PKI. */
    public Playback pki(ReferencePki certificates) {
        pki = Objects.requireNonNull(certificates);
        return this;
    }

    /**
     * Takes as much time as was taken then, times a factor: each message is said no sooner, measured from the beginning.
     *
     * @throws IllegalArgumentException if the factor is not finite or below 0
     */
    public Playback timing(double factor) {
        if (!Double.isFinite(factor) || factor < 0)
            throw new IllegalArgumentException("a factor from 0 on, not " + factor);
        timing = factor;
        return this;
    }

    /** How long the other side may be silent while it is waited for, beyond what {@link #timing} takes; 10 s by default. */
    public Playback patience(Duration most) {
        if (most.isNegative() || most.isZero()) throw new IllegalArgumentException("some patience, not " + most);
        patience = most;
        return this;
    }

    /** Plays the server, at a Unix socket; with {@link #pki} at a port of 127.0.0.1 with TLS. */
    public PlaybackServer serve() {
        return new PlaybackServer(this, Optional.empty());
    }

    /** Plays the server at a place such as {@code ptcp:0:127.0.0.1}. */
    public PlaybackServer serve(String passiveMethod) {
        return new PlaybackServer(this, Optional.of(ConnectionMethod.Passive.parse(passiveMethod)));
    }

    /** Plays all clients against a server, to the end or the first difference. Blocks meanwhile. */
    public Comparison against(String remote) {
        return PlaybackClients.play(this, ConnectionMethod.Active.parse(remote));
    }

    Script script() {
        return new Script(recording);
    }

    ComparisonRules rules() {
        return rules;
    }

    Optional<ReferencePki> pki() {
        return Optional.ofNullable(pki);
    }

    Duration patience() {
        return patience;
    }

    /** How long after the beginning something is said that was said at this time. */
    Duration due(long micros) {
        return Duration.ofNanos((long) (micros * 1_000 * timing));
    }
}
