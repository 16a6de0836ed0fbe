package dev.ovsdb.client;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Connects to what a test prepared, one after the other; what is not prepared is refused. */
final class ScriptedConnector implements Connector {
    private final ManualEventLoop loop;
    private final Deque<Supplier<CompletableFuture<Transport>>> prepared = new ArrayDeque<>();
    private final List<String> dialled = new ArrayList<>();

    ScriptedConnector(ManualEventLoop loop) {
        this.loop = loop;
    }

    /** The next dial reaches this peer. */
    void reaches(ScriptedPeer peer) {
        prepared.add(() -> CompletableFuture.completedFuture(peer.transport()));
    }

    /** The next dial fails. */
    void fails(ConnectFailedException.Kind kind) {
        prepared.add(() -> CompletableFuture.failedFuture(new ConnectFailedException(kind, "scripted: " + kind, null)));
    }

    /** The next dial does not end. */
    CompletableFuture<Transport> hangs() {
        CompletableFuture<Transport> hanging = new CompletableFuture<>();
        prepared.add(() -> hanging);
        return hanging;
    }

    /** Every remote dialled so far, in order. */
    List<String> dialled() {
        return dialled;
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public CompletableFuture<Transport> connect(
            ConnectionMethod.Active method, ConnectOptions options, EventLoop where) {
        dialled.add(method.toString());
        if (prepared.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new ConnectFailedException(ConnectFailedException.Kind.REFUSED, method + ": refused", null));
        }
        return prepared.remove().get();
    }
}
