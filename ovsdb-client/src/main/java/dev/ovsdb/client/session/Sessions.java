package dev.ovsdb.client.session;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Futures;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.reconnect.Backoff;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes sessions: puts a core, a driver and a client together. */
public final class Sessions {
    private Sessions() {}

    /**
     * Whom to dial, and how.
     *
     * @param connector shared with other sessions; empty for one of the session's own
     */
    public record Dialling(
            List<ConnectionMethod.Active> remotes,
            boolean shuffle,
            ConnectOptions connect,
            BackoffOptions backoff,
            Optional<Connector> connector) {}

    /** A session that gives up if it cannot connect at first. */
    public static CompletableFuture<OvsdbClient> connect(Dialling dialling, SessionOptions options) {
        Dialled dialled = dial(dialling, options, false);
        CompletableFuture<OvsdbClient> connected = new CompletableFuture<>();
        Futures.tell(dialled.driver.firstLive().thenApply(live -> dialled.client), connected);
        connected.whenComplete((client, failure) -> {
            if (connected.isCancelled()) {
                dialled.driver.close();
            }
        });
        return connected;
    }

    /** The same for a thread that may wait. */
    public static BlockingOvsdbClient connectBlocking(Dialling dialling, SessionOptions options) {
        Dialled dialled = dial(dialling, options, false);
        Waiting waiting = new Waiting(dialled.client::eventLoop);
        try {
            waiting.check();
            waiting.on(dialled.driver.firstLive().copy());
            return dialled.client.blocking();
        } catch (RuntimeException e) {
            dialled.driver.close();
            throw e;
        }
    }

    /** A session that goes on until it is closed. */
    public static OvsdbClient start(Dialling dialling, SessionOptions options) {
        return dial(dialling, options, true).client;
    }

    private record Dialled(DialledSession driver, SessionClient client) {}

    private static Dialled dial(Dialling dialling, SessionOptions options, boolean patient) {
        Connector connector = dialling.connector.orElse(null);
        Supplier<CompletableFuture<Void>> release = () -> CompletableFuture.completedFuture(null);
        if (connector == null) {
            NettyTransports own = NettyTransports.builder().threads(1).build();
            connector = own;
            release = () -> released(own);
        }
        return dial(dialling, options, patient, connector, release);
    }

    private static Dialled dial(
            Dialling dialling,
            SessionOptions options,
            boolean patient,
            Connector connector,
            Supplier<CompletableFuture<Void>> release) {
        EventLoop loop = connector.eventLoop();
        SessionCore core = new SessionCore(loop, options, SessionState.BACKING_OFF);
        DialledSession driver = new DialledSession(
                core,
                options,
                dialling.remotes,
                new RemoteChoice(dialling.shuffle, dialling.connect.tls().isPresent(), options.ids()),
                new Backoff(dialling.backoff, options.ids()),
                remote -> connector.connect(remote, dialling.connect, loop),
                patient,
                release);
        SessionClient client = new SessionClient(core, driver, options.timeouts());
        driver.start();
        return new Dialled(driver, client);
    }

    /** Event loops cannot wait for their own end, so somebody else does. */
    public static CompletableFuture<Void> released(NettyTransports own) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread closer = new Thread(
                () -> {
                    own.close();
                    done.complete(null);
                },
                "ovsdb-close");
        closer.setDaemon(true);
        closer.start();
        return done;
    }

    /** A session on a transport that nobody has started. */
    public static OvsdbClient on(Transport transport, SessionOptions options) {
        return on(
                transport.eventLoop(),
                handler -> JsonRpcConnection.open(transport, options.connectionOptions(transport.info()), handler),
                options);
    }

    /** A session on a connection that is yet to be opened, on its loop. */
    public static OvsdbClient on(
            EventLoop loop, Function<PeerHandler, JsonRpcConnection> opener, SessionOptions options) {
        return on(loop, opener, options, client -> {});
    }

    /**
     * A session with a peer that dialled in, on the event loop.
     *
     * @param live gets the session when it is live
     */
    public static OvsdbClient accepted(Transport transport, SessionOptions options, Consumer<OvsdbClient> live) {
        return on(
                transport.eventLoop(),
                handler -> JsonRpcConnection.open(transport, options.connectionOptions(transport.info()), handler),
                options,
                live);
    }

    private static OvsdbClient on(
            EventLoop loop,
            Function<PeerHandler, JsonRpcConnection> opener,
            SessionOptions options,
            Consumer<OvsdbClient> live) {
        SessionCore core = new SessionCore(loop, options, SessionState.CLOSED);
        GivenSession driver = new GivenSession(
                core, options, () -> Conversation.open(opener, options.timeouts(), options.schemas(), options.ids()));
        SessionClient client = new SessionClient(core, driver, options.timeouts());
        driver.live().thenRun(() -> live.accept(client));
        driver.start();
        return client;
    }
}
