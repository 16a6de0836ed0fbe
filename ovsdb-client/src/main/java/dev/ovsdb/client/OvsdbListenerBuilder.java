package dev.ovsdb.client;

import dev.ovsdb.client.listener.PassiveListener;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a listener, then makes it. For one thread. */
public final class OvsdbListenerBuilder {
    private final List<ConnectionMethod.Passive> methods = new ArrayList<>();
    private ListenOptions options = ListenOptions.defaults();
    private Admission admission = Admission.EVERYBODY;
    private int maxClients = 10_000;
    private OvsdbClientBuilder sessions = OvsdbClient.builder();
    private @Nullable Binder binder;

    OvsdbListenerBuilder() {}

    /**
     * Adds places to listen, as {@code ptcp:}, {@code pssl:} and {@code punix:} methods; commas separate several in one text.
     *
     * @throws IllegalArgumentException if one is malformed; quotes it
     */
    public OvsdbListenerBuilder on(String... passiveMethods) {
        methods.addAll(ConnectionMethod.Passive.parseList(passiveMethods));
        return this;
    }

    /** Adds places to listen. */
    public OvsdbListenerBuilder on(List<? extends ConnectionMethod.Passive> passiveMethods) {
        methods.addAll(passiveMethods);
        return this;
    }

    /** For {@code pssl:}: the own certificate, and whom to trust. */
    public OvsdbListenerBuilder tls(TlsOptions tls) {
        options = options.withTls(tls);
        return this;
    }

    /** DSCP, backlog and the time-out of TLS handshakes. */
    public OvsdbListenerBuilder options(ListenOptions listenOptions) {
        options = Objects.requireNonNull(listenOptions);
        return this;
    }

    /** Who may come in; everybody by default. */
    public OvsdbListenerBuilder admission(Admission decider) {
        admission = Objects.requireNonNull(decider);
        return this;
    }

    /** How many peers at a time, 10,000 by default. Peers above that are hung up on. */
    public OvsdbListenerBuilder maxClients(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a listener needs room for a client, not for " + limit);
        }
        maxClients = limit;
        return this;
    }

    /** How each peer's session behaves: time-outs, limits, probe, rules, schema cache. Remotes and the like do not matter. */
    public OvsdbListenerBuilder sessions(OvsdbClientBuilder description) {
        sessions = Objects.requireNonNull(description);
        return this;
    }

    /** Shares event loops with others. By default the listener has its own, one for each processor, and closes them. */
    public OvsdbListenerBuilder binder(Binder shared) {
        binder = Objects.requireNonNull(shared);
        return this;
    }

    /**
     * Listens.
     *
     * @param onClient gets each peer's session when it is live, on its event loop; must not block. If it throws, the session
     *     is closed
     * @return completes when peers can connect everywhere; fails with {@link dev.ovsdb.jsonrpc.ConnectFailedException} if one
     *     place cannot be had, and listens nowhere then
     * @throws IllegalStateException if there is no place to listen
     */
    public CompletableFuture<OvsdbListener> listen(Consumer<OvsdbClient> onClient) {
        if (methods.isEmpty()) {
            throw new IllegalStateException("no place to listen; call on(...)");
        }
        return PassiveListener.listen(
                List.copyOf(methods),
                options,
                new PassiveListener.Policy(admission, maxClients, sessions.options(), onClient),
                Optional.ofNullable(binder));
    }
}
