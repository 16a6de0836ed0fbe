package dev.ovsdb.testkit.conversation;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Connects as another does, and wraps what it gets. */
record HeardConnector(Connector connector, UnaryOperator<Transport> wrap) implements Connector {
    @Override
    public EventLoop eventLoop() {
        return connector.eventLoop();
    }

    @Override
    public CompletableFuture<Transport> connect(
            ConnectionMethod.Active method, ConnectOptions options, EventLoop loop) {
        CompletableFuture<Transport> attempt = connector.connect(method, options, loop);
        CompletableFuture<Transport> wrapped = new CompletableFuture<>();
        wrapped.whenComplete((transport, failure) -> {
            if (wrapped.isCancelled()) attempt.cancel(false);
        });
        attempt.whenComplete((transport, failure) -> {
            if (failure != null) wrapped.completeExceptionally(failure);
            else if (!wrapped.complete(wrap.apply(transport))) transport.close(); // Cancelled at this very moment.
        });
        return wrapped;
    }
}
