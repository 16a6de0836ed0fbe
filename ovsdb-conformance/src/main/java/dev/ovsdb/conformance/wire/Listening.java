package dev.ovsdb.conformance.wire;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where those who connect are awaited. For one thread. */
public final class Listening implements AutoCloseable {
    private final BlockingQueue<RawSession> sessions = new LinkedBlockingQueue<>();
    private final Listener listener;

    /** @throws ConformanceException if nobody can listen there */
    public Listening(NettyTransports transports, ConnectionMethod.Passive method, Optional<TlsOptions> tls) {
        ListenOptions plain = ListenOptions.defaults();
        ListenOptions how =
                tls.filter(some -> method.isTls()).map(plain::withTls).orElse(plain);
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

    /** What to connect to. */
    public String remote() {
        return listener.method()
                .toString()
                .replaceFirst("^p(tcp|ssl):(\\d+):(.+)$", "$1:$3:$2")
                .replaceFirst("^p(tcp|ssl):(\\d+):?$", "$1:127.0.0.1:$2")
                .replaceFirst("^punix:", "unix:");
    }

    /** The next one who connects; empty if nobody does. */
    public Optional<RawSession> next(Duration patience) {
        try {
            return Optional.ofNullable(sessions.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a connection", e);
        }
    }

    @Override
    public void close() {
        listener.closeAsync().join();
        sessions.forEach(RawSession::close);
    }
}
