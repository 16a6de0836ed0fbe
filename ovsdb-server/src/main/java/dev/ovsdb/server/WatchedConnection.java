package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.rpc.MonitorCanceled;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** A connection as the parts of a composition see it: a monitor that one of them cancels gives its id free. */
final class WatchedConnection implements ServerConnection {
    private final ServerConnection real;
    private final SessionClaims claims;

    WatchedConnection(ServerConnection real, SessionClaims claims) {
        this.real = real;
        this.claims = claims;
    }

    @Override
    public void notify(String method, JsonBytes params) {
        if (method.equals(MonitorCanceled.METHOD) && params.toValue() instanceof JsonArray array && array.size() == 1) {
            claims.releaseMonitor(array.get(0));
        }
        real.notify(method, params);
    }

    @Override
    public long number() {
        return real.number();
    }

    @Override
    public OvsdbServer server() {
        return real.server();
    }

    @Override
    public TransportInfo info() {
        return real.info();
    }

    @Override
    public Optional<X509Certificate> peerCertificate() {
        return real.peerCertificate();
    }

    @Override
    public RemoteSettings remote() {
        return real.remote();
    }

    @Override
    public Duration age() {
        return real.age();
    }

    @Override
    public EventLoop eventLoop() {
        return real.eventLoop();
    }

    @Override
    public long queuedBytes() {
        return real.queuedBytes();
    }

    @Override
    public boolean isWritable() {
        return real.isWritable();
    }

    @Override
    public boolean isBacklogFull() {
        return real.isBacklogFull();
    }

    @Override
    public void pauseReading() {
        real.pauseReading();
    }

    @Override
    public void resumeReading() {
        real.resumeReading();
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public SessionLocks locks() {
        return real.locks();
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public void close(String reason) {
        real.close(reason);
    }

    @Override
    public void abort(String reason) {
        real.abort(reason);
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
