package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where the clients of one case are awaited. */
final class Listening implements AutoCloseable {
    private final BlockingQueue<RawSession> sessions = new LinkedBlockingQueue<>();
    private final Listener listener;

    /** @throws ConformanceException if nobody can listen there */
    Listening(NettyTransports transports, ConnectionMethod.Passive method, Options options) {
        ListenOptions plain = ListenOptions.defaults();
        ListenOptions how = options.tls().filter(tls -> method.isTls()).map(plain::withTls).orElse(plain);
        try {
            listener = transports
                    .listen(method, how, transport -> sessions.add(RawSession.over(transport)))
                    .join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ConformanceException("cannot listen at " + method + ": " + cause.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ConformanceException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What a client connects to. */
    String remote() {
        return listener.method()
                .toString()
                .replaceFirst("^p(tcp|ssl):(\\d+):(.+)$", "$1:$3:$2")
                .replaceFirst("^p(tcp|ssl):(\\d+):?$", "$1:127.0.0.1:$2")
                .replaceFirst("^punix:", "unix:");
    }

    /** The next client; empty if none comes. */
    Optional<RawSession> next(Duration patience) {
        try {
            return Optional.ofNullable(sessions.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a client", e);
        }
    }

    @Override
    public void close() {
        listener.closeAsync().join();
        sessions.forEach(RawSession::close);
    }
}
