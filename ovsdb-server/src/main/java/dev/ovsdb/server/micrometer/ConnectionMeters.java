package dev.ovsdb.server.micrometer;

import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What passes over connections; given to {@code OvsdbServerBuilder.connections}, or to a client's connection options. One may
 * serve many. Thread-safe.
 */
@SuppressWarnings("exports") // Of Micrometer, which who uses this class requires himself.
public final class ConnectionMeters implements ConnectionListener {
    private final Counter opened;
    private final Counter closed;
    private final Counter failed;
    private final Counter received;
    private final Counter sent;
    private final Counter requests;
    private final Counter notifications;
    private final Counter pauses;
    private final Counter probes;

    public ConnectionMeters(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /** @param tags what each meter has, to tell several users of one registry apart */
    public ConnectionMeters(MeterRegistry registry, Tags tags) {
        opened = registry.counter("ovsdb.connections.opened", tags);
        closed = registry.counter("ovsdb.connections.closed", tags.and("outcome", "orderly"));
        failed = registry.counter("ovsdb.connections.closed", tags.and("outcome", "failure"));
        received = bytes(registry, "ovsdb.connections.received", tags);
        sent = bytes(registry, "ovsdb.connections.sent", tags);
        requests = registry.counter("ovsdb.connections.requests", tags);
        notifications = registry.counter("ovsdb.connections.notifications", tags);
        pauses = registry.counter("ovsdb.connections.pauses", tags);
        probes = registry.counter("ovsdb.connections.probes", tags);
    }

    private static Counter bytes(MeterRegistry registry, String name, Tags tags) {
        return Counter.builder(name).tags(tags).baseUnit("bytes").register(registry);
    }

    @Override
    public void connectionOpened(TransportInfo connection) {
        opened.increment();
    }

    @Override
    public void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {
        (cause == null ? closed : failed).increment();
    }

    @Override
    public void requestReceived(TransportInfo connection, String method) {
        requests.increment();
    }

    @Override
    public void notificationReceived(TransportInfo connection, String method) {
        notifications.increment();
    }

    @Override
    public void bytesReceived(TransportInfo connection, long bytes) {
        received.increment(bytes);
    }

    @Override
    public void bytesSent(TransportInfo connection, long bytes, long queuedBytes, int pendingCalls) {
        sent.increment(bytes);
    }

    @Override
    public void readingPaused(TransportInfo connection, boolean paused) {
        if (paused) {
            pauses.increment();
        }
    }

    @Override
    public void probeSent(TransportInfo connection) {
        probes.increment();
    }
}
