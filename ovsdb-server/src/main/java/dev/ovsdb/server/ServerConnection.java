package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.rpc.Update;
import dev.ovsdb.protocol.rpc.Update2;
import dev.ovsdb.protocol.rpc.Update3;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One peer of the server. Thread-safe.
 *
 * <p>What is sent by one thread leaves in that order: a notification sent before the reply to a request arrives before it.
 */
public interface ServerConnection {
    /** Counts the server's connections from 1, in the order in which they began. */
    long number();

    /** The server that it is a connection of. */
    OvsdbServer server();

    /** What is known of both ends. Does not change. */
    TransportInfo info();

    /** The certificate that the peer showed in its TLS handshake, checked against the CA; empty without one. */
    Optional<X509Certificate> peerCertificate();

    /** By which of the server's remotes it came, with the role and rights that it gives. */
    RemoteSettings remote();

    /** How long it has lasted. */
    Duration age();

    /** The loop on which the session's methods are called, unless handlers were given an executor. Nothing may block it. */
    EventLoop eventLoop();

    /** Sends a notification. After the end of the connection it goes nowhere. */
    void notify(String method, JsonBytes params);

    /** Sends {@code update}: changes of what a {@code monitor} shows. */
    default void update(JsonValue monitorId, TableUpdates updates) {
        notify(Update.METHOD, JsonBytes.of(Update.params(Encoding.utf8(monitorId), updates)));
    }

    /** Sends {@code update2}: changes of what a {@code monitor_cond} shows. */
    default void update2(JsonValue monitorId, TableUpdates updates) {
        notify(Update2.METHOD, JsonBytes.of(Update2.params(Encoding.utf8(monitorId), updates)));
    }

    /** Sends {@code update3}: changes of what a {@code monitor_cond_since} shows, up to a transaction. */
    default void update3(JsonValue monitorId, UUID lastTransactionId, TableUpdates updates) {
        notify(Update3.METHOD, JsonBytes.of(Update3.params(Encoding.utf8(monitorId), lastTransactionId, updates)));
    }

    /** Bytes that were sent and have not left, replies that are still being made not counted. */
    long queuedBytes();

    /** Whether all but a little of what was sent has left; {@link HandlerSession#writable} tells when it becomes so. */
    boolean isWritable();

    /**
     * Whether more bytes wait for all peers of the server together than may ({@link OvsdbServerBuilder#maxUnsentBytes}), so that nothing
     * should be made before it can leave.
     */
    boolean isBacklogFull();

    /** Reads nothing more from the peer until {@link #resumeReading}. Requests that were read before may still come. */
    void pauseReading();

    /** Undoes {@link #pauseReading}. Pausing is not counted. */
    void resumeReading();

    boolean isOpen();

    /** The locks of the session, as its handler tells them. */
    SessionLocks locks();

    /** Sends what was queued, then ends the connection; nothing more is read. */
    void close();

    /** As {@link #close()}; the reason is logged. */
    void close(String reason);

    /** Ends the connection at once, with what was queued; the reason is logged, and told to {@link HandlerSession#closed}. */
    void abort(String reason);
}
