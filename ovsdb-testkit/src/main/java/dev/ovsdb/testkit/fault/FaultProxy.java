package dev.ovsdb.testkit.fault;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.testkit.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a client and a server, on loopback TCP or a Unix socket, and damages what passes.
 *
 * <pre>{@code
 * try (var proxy = FaultProxy.before(server.remote("ssl"))) {
 *     proxy.faults(Direction.TO_CLIENT, Fault.none().pieces(1).reset(1000));
 *     connect(proxy.remote());
 * }
 * }</pre>
 *
 * <p>Faults apply to open connections at once, and to new ones. A server that cannot be reached gets its client reset. What happens
 * follows from the seed, the bytes and what the test says: the same cuts, pieces and garbled bytes each time.
 * Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultProxy.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(10); // Or a lack of files would keep a core busy.

    private final ProxyState state = new ProxyState();
    private final List<ProxyConnection> connections = new ArrayList<>(); // Guarded by connections.
    private final ConnectionMethod.Active method;
    private final @Nullable WorkFolder folder; // Of the Unix socket.
    private final ServerSocketChannel listener;
    private final Thread acceptor;
    private final long seed;
    private volatile ConnectionMethod.Active server;

    private FaultProxy(ConnectionMethod.Active server, long seed) throws IOException {
        this.server = server;
        this.seed = seed;
        if (server.isUnix()) {
            folder = WorkFolder.create();
            listener = Sockets.listenOnUnix(folder.file("proxy"));
            method = ConnectionMethod.Active.parse("unix:" + folder.file("proxy"));
        } else {
            folder = null;
            listener = Sockets.listenOnTcp();
            method = onLoopback(server, ((InetSocketAddress) listener.getLocalAddress()).getPort());
        }
        acceptor = new Thread(this::acceptAll, "fault proxy before " + server);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Starts a proxy before the server of this connection method ({@code tcp:}, {@code ssl:} or {@code unix:}). */
    public static FaultProxy before(String remote) {
        return before(remote, 1);
    }

    /** Starts a proxy whose varied sizes follow this seed, the n-th connection's always in the same way. */
    public static FaultProxy before(String remote, long seed) {
        try {
            return new FaultProxy(ConnectionMethod.Active.parse(remote), seed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen before " + remote, e);
        }
    }

    /** The connection method for clients: of the same kind as the server's. */
    public String remote() {
        return method.toString();
    }

    /** Sends new connections to another server, which must be of the same kind. */
    public void server(String remote) {
        server = ConnectionMethod.Active.parse(remote);
    }

    /** Does this to the bytes of this direction from now on. */
    public void faults(Direction direction, Fault fault) {
        state.setFault(direction, fault);
        if (fault.ending() == Ending.RESET || fault.ending() == Ending.CLOSE) cutSpent(direction, fault);
    }

    /** Does this to the bytes of both directions from now on, each counted by itself. */
    public void faults(Fault fault) {
        for (Direction direction : Direction.values()) faults(direction, fault);
    }

    /** Lets everything pass from now on. Bytes that were swallowed stay lost. */
    public void heal() {
        faults(Fault.none());
    }

    /**
     * Has the test do something when a message comes by, before it passes on: hand over a cluster's leadership, convert a database, kill
     * the server, change the faults. The message and those behind it wait meanwhile; the other direction goes on.
     *
     * @throws IllegalStateException before a TLS server, whose messages a proxy cannot read
     */
    public Cue cue(Predicate<ProxiedMessage> messages, Cue.Action action) {
        return readable().cue(messages, action);
    }

    /**
     * Holds back the first such message until {@link Hold#release()}; those behind it overtake it.
     *
     * @throws IllegalStateException before a TLS server, whose messages a proxy cannot read
     */
    public Hold hold(Predicate<ProxiedMessage> messages) {
        return readable().hold(messages);
    }

    /**
     * Passes the first such message twice.
     *
     * @throws IllegalStateException before a TLS server, whose messages a proxy cannot read
     */
    public void duplicate(Predicate<ProxiedMessage> messages) {
        readable().duplicate(messages);
    }

    private Script readable() {
        if (method.isTls()) throw new IllegalStateException(method + ": messages inside TLS cannot be read");
        return state.script();
    }

    /** The seed of its first connection; those that follow have the next ones. */
    public long seed() {
        return seed;
    }

    /** Ends all open connections with a reset or an orderly end, wherever they are. */
    public void cut(Ending ending) {
        if (ending != Ending.RESET && ending != Ending.CLOSE) {
            throw new IllegalArgumentException("a cut is RESET or CLOSE, not " + ending);
        }
        openConnections().forEach(connection -> connection.cut(ending));
    }

    /** What the proxy has done so far. */
    public ProxyCounters counters() {
        return state.counters();
    }

    /**
     * Waits until the counters satisfy the condition.
     *
     * @throws IllegalStateException with the counters, if they do not when patience ends
     */
    public ProxyCounters await(Predicate<ProxyCounters> condition, Duration patience) {
        try {
            if (state.await(() -> condition.test(state.counters()), patience)) return counters();
            throw new IllegalStateException("not within " + patience + ": " + counters());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + counters(), e);
        }
    }

    /** Where it stands, its seed, and what it has done. */
    @Override
    public String toString() {
        return "fault proxy at " + method + " before " + server + ", seed " + seed + ": " + counters();
    }

    /** Closes the listener and all connections and waits for the proxy's threads to end. */
    @Override
    public void close() {
        try {
            listener.close();
            state.wake();
            acceptor.join();
            List<ProxyConnection> open = openConnections();
            open.forEach(ProxyConnection::close);
            for (ProxyConnection connection : open) connection.join();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the proxy", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (folder != null) folder.close();
        }
    }

    /** Connections that wait for bytes would not notice that they have had their share. */
    private void cutSpent(Direction direction, Fault fault) {
        openConnections().forEach(connection -> connection.cutIfSpent(direction, fault));
    }

    private List<ProxyConnection> openConnections() {
        synchronized (connections) {
            connections.removeIf(connection -> !connection.isOpen());
            return List.copyOf(connections);
        }
    }

    private void acceptAll() {
        try {
            for (long number = 0; listener.isOpen(); number++) accept(next(), seed + number);
        } catch (ClosedChannelException e) {
            // The listener was closed, which is how this thread ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next client. One that went before it could be accepted, or for which there was no file left, is none. */
    private SocketChannel next() throws ClosedChannelException, InterruptedException {
        while (true) {
            try {
                return listener.accept();
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                LOG.warn("{}: a connection could not be accepted", this, e);
                state.await(() -> !listener.isOpen(), AFTER_FAILURE);
            }
        }
    }

    private void accept(SocketChannel client, long connectionSeed) {
        state.accepted();
        try {
            Sockets.writeAtOnce(client);
            SocketChannel toServer = Sockets.connect(Sockets.address(server));
            ProxyConnection connection = new ProxyConnection(state, connectionSeed, server.isTls(), client, toServer);
            synchronized (connections) {
                connections.add(connection);
            }
            connection.start();
        } catch (IOException e) {
            LOG.debug("{}: the server cannot be reached", this, e);
            refuse(client);
            state.ended(false);
        }
    }

    private static void refuse(SocketChannel client) {
        try (client) {
            Sockets.resetOnClose(client);
        } catch (IOException e) {
            // It has gone already.
        }
    }

    private static ConnectionMethod.Active onLoopback(ConnectionMethod.Active server, int port) {
        return server.isTls()
                ? new ConnectionMethod.Ssl("127.0.0.1", port)
                : new ConnectionMethod.Tcp("127.0.0.1", port);
    }
}
