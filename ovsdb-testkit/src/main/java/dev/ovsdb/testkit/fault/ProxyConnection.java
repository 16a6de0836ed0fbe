package dev.ovsdb.testkit.fault;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * One connection through the proxy: a pump for each direction, on a thread of its own.
 *
 * <p>It ends when both pumps have seen the end of their stream, or when it is cut. Thread-safe.
 */
final class ProxyConnection {
    private final ProxyState state;
    private final Requests requests = new Requests();
    private final SocketChannel client;
    private final SocketChannel server;
    private final Pump toServer;
    private final Pump toClient;
    private final List<Thread> threads;
    private int running = 2; // Guarded by this.
    private boolean cut; // Guarded by this.
    private volatile boolean closing; // Volatile, since pumps look at it under the state's lock.

    ProxyConnection(ProxyState state, long seed, boolean tls, SocketChannel client, SocketChannel server) {
        this.state = state;
        this.client = client;
        this.server = server;
        toServer = new Pump(this, state, Direction.TO_SERVER, client, server, tls, seed);
        toClient = new Pump(this, state, Direction.TO_CLIENT, server, client, tls, ~seed);
        threads = List.of(thread(toServer, "to server"), thread(toClient, "to client"));
    }

    private static Thread thread(Pump pump, String name) {
        Thread thread = new Thread(pump, "fault proxy " + name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    Requests requests() {
        return requests;
    }

    boolean isClosing() {
        return closing;
    }

    synchronized boolean isOpen() {
        return running > 0;
    }

    /** A pump's socket failed: the other side sees that as it would have without a proxy. */
    void broken() {
        if (!closing) reset();
    }

    /** Cuts now if the direction's new fault allows no more bytes than have passed. */
    void cutIfSpent(Direction direction, Fault fault) {
        Pump pump = direction == Direction.TO_SERVER ? toServer : toClient;
        if (pump.hasSpent(fault)) cut(fault.ending());
    }

    /** Ends both sides in the way that the peer of each would see, had the other side failed so. */
    void cut(Ending ending) {
        synchronized (this) {
            cut = true;
        }
        if (ending == Ending.RESET) reset();
        else endOutputs();
    }

    /** Closes without a word. */
    void close() {
        closing = true;
        closeQuietly(client);
        closeQuietly(server);
        state.wake();
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) thread.join();
    }

    /** A pump has nothing more to do; the last one closes the sockets. */
    void pumpEnded() {
        boolean last;
        boolean byCut;
        synchronized (this) {
            last = --running == 0;
            byCut = cut;
        }
        if (!last) return;
        close();
        state.ended(byCut);
    }

    private void reset() {
        try {
            Sockets.resetOnClose(client);
            Sockets.resetOnClose(server);
        } catch (IOException e) {
            // It is closed already: there is nothing left to reset.
        }
        close();
    }

    /**
     * Only a shut-down output is a FIN for sure: closing a socket with unread bytes resets it. So outputs end here, and what
     * still comes in is swallowed until the peers close too.
     */
    private void endOutputs() {
        toServer.endOutput();
        toClient.endOutput();
        state.wake();
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // A socket that cannot be closed is not open.
        }
    }
}
