package dev.ovsdb.client.listener;

import dev.ovsdb.client.Admission;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbListener;
import dev.ovsdb.client.conversation.Futures;
import dev.ovsdb.client.session.SessionOptions;
import dev.ovsdb.client.session.Sessions;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on several methods and keeps a session for each peer. Thread-safe. */
public final class PassiveListener implements OvsdbListener {
    private static final Logger LOG = LoggerFactory.getLogger(PassiveListener.class);

    /** Who comes in, and what becomes of him. */
    public record Policy(Admission admission, int maxClients, SessionOptions options, Consumer<OvsdbClient> onClient) {}

    private final Policy policy;
    private final Supplier<CompletableFuture<Void>> release;
    private final Peers peers;
    private final List<Listener> listeners = new ArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean closing;

    private PassiveListener(Policy policy, Supplier<CompletableFuture<Void>> release) {
        this.policy = policy;
        this.release = release;
        this.peers = new Peers(policy.maxClients());
    }

    /** Listens on every method, or on none. */
    public static CompletableFuture<OvsdbListener> listen(
            List<ConnectionMethod.Passive> methods, ListenOptions options, Policy policy, Optional<Binder> shared) {
        if (shared.isPresent()) {
            return listen(methods, options, policy, shared.get(), () -> CompletableFuture.completedFuture(null));
        }
        NettyTransports own = NettyTransports.create();
        return listen(methods, options, policy, own, () -> Sessions.released(own));
    }

    private static CompletableFuture<OvsdbListener> listen(
            List<ConnectionMethod.Passive> methods,
            ListenOptions options,
            Policy policy,
            Binder binder,
            Supplier<CompletableFuture<Void>> release) {
        PassiveListener listener = new PassiveListener(policy, release);
        CompletableFuture<?>[] bound = new CompletableFuture<?>[methods.size()];
        for (int i = 0; i < bound.length; i++) {
            bound[i] =
                    binder.listen(methods.get(i), options, listener::accepted).thenAccept(listener::bound);
        }
        CompletableFuture<OvsdbListener> all = new CompletableFuture<>();
        Futures.tell(CompletableFuture.allOf(bound).thenApply(done -> listener), all);
        all.whenComplete((ready, failure) -> {
            if (failure != null) {
                listener.close(); // One place could not be had, or nobody wants them any more.
            }
        });
        return all;
    }

    private void bound(Listener place) {
        boolean late;
        synchronized (listeners) {
            late = closing;
            listeners.add(place);
        }
        LOG.info("Listening on {}", place.method());
        if (late) {
            place.close();
        }
    }

    private void accepted(Transport transport) {
        if (!admitted(transport)) {
            transport.abort(new IllegalStateException("refused"));
            return;
        }
        OvsdbClient client = Sessions.accepted(transport, policy.options(), this::live);
        peers.track(client);
    }

    private boolean admitted(Transport transport) {
        if (!peers.reserve()) {
            LOG.warn("Hanging up on {}: {} clients are connected already", transport.info(), policy.maxClients());
            return false;
        }
        boolean admits = false;
        try {
            admits = policy.admission().admits(transport.info());
        } catch (RuntimeException e) {
            LOG.warn("The admission of {} failed", transport.info(), e);
        }
        if (!admits) {
            peers.release();
            LOG.info("Refused {}", transport.info());
        }
        return admits;
    }

    private void live(OvsdbClient client) {
        try {
            policy.onClient().accept(client);
        } catch (RuntimeException e) {
            LOG.warn("Taking over {} failed; closing it", client.connection(), e);
            client.close();
        }
    }

    @Override
    public List<ConnectionMethod.Passive> methods() {
        synchronized (listeners) {
            return listeners.stream().map(Listener::method).toList();
        }
    }

    @Override
    public List<OvsdbClient> clients() {
        return peers.live();
    }

    @Override
    public void close() {
        List<Listener> places;
        synchronized (listeners) {
            if (closing) {
                return;
            }
            closing = true;
            places = List.copyOf(listeners);
        }
        List<CompletableFuture<?>> ends = new ArrayList<>();
        places.forEach(place -> ends.add(place.closeAsync()));
        ends.add(peers.close());
        CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]))
                .whenComplete((done, failure) -> release.get().whenComplete((freed, failed) -> closed.complete(null)));
    }

    @Override
    public CompletableFuture<Void> closed() {
        return closed.copy();
    }
}
