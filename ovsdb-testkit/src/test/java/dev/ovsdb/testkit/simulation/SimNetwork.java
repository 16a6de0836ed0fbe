package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The network: one address at which a server may listen, and the connections with it. */
final class SimNetwork {
    static final String REMOTE = "tcp:10.0.0.1:6640";
    private static final Duration ROUND_TRIP = Duration.ofMillis(1);

    private final Schedule schedule;
    private final List<Link> links = new ArrayList<>();
    private int linksMade;
    private @Nullable Host listening;
    private @Nullable Acceptor acceptor;
    private boolean refuses; // As a firewall does.
    private boolean silent; // Attempts to connect are never answered.

    SimNetwork(Schedule schedule) {
        this.schedule = schedule;
    }

    Schedule schedule() {
        return schedule;
    }

    /** The connections that have not ended at both ends. */
    List<Link> links() {
        return links;
    }

    void over(Link link) {
        links.remove(link);
    }

    // ---- Listening.

    void listen(Host host, Acceptor with) {
        Violation.unless(listening == null, "two servers listen at %s", REMOTE);
        listening = host;
        acceptor = with;
    }

    void listenNoMore(Host host) {
        if (listening == host) {
            listening = null;
            acceptor = null;
        }
    }

    // ---- Connecting.

    CompletableFuture<Transport> connect(String from, SimLoop loop, ConnectionMethod method, ConnectOptions options) {
        CompletableFuture<Transport> connected = new CompletableFuture<>();
        if (silent) {
            loop.schedule(options.timeout(), () -> connected.completeExceptionally(failure("TIMEOUT", method)));
        } else {
            schedule.later(ROUND_TRIP, () -> answer(from, loop, method, connected));
        }
        return connected;
    }

    private void answer(String from, SimLoop loop, ConnectionMethod method, CompletableFuture<Transport> connected) {
        Host host = listening;
        Acceptor with = acceptor;
        if (refuses || host == null || with == null) {
            loop.execute(() -> connected.completeExceptionally(failure("REFUSED", method)));
            return;
        }
        Link link = new Link(this, ++linksMade, from, loop, method.toString(), host.nextLoop());
        links.add(link);
        schedule.say("%s connects", link);
        host.accept(link.server(), with);
        loop.execute(() -> {
            if (!connected.complete(link.client())) {
                link.client().close();
            }
        });
    }

    private static ConnectFailedException failure(String kind, ConnectionMethod method) {
        return new ConnectFailedException(ConnectFailedException.Kind.valueOf(kind), method + ": " + kind, null);
    }

    // ---- Faults.

    void refuse(Duration time) {
        schedule.say("the network refuses connections for %s", time);
        refuses = true;
        schedule.later(time, () -> refuses = false);
    }

    void fallSilent(Duration time) {
        schedule.say("the network answers no attempt to connect for %s", time);
        silent = true;
        schedule.later(time, () -> silent = false);
    }

    /** From now on nothing more goes wrong; what went wrong stays so. */
    void heal() {
        refuses = false;
        silent = false;
    }
}
