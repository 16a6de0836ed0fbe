package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

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

    /** Bytes that were sent and have not left, replies that are still being made not counted. */
    long queuedBytes();

    /** Whether all but a little of what was sent has left; {@link HandlerSession#writable} tells when it becomes so. */
    boolean isWritable();

    /** Reads nothing more from the peer until {@link #resumeReading}. Requests that were read before may still come. */
    void pauseReading();

    /** Undoes {@link #pauseReading}. Pausing is not counted. */
    void resumeReading();

    boolean isOpen();

    /** Sends what was queued, then ends the connection; nothing more is read. */
    void close();

    /** As {@link #close()}; the reason is logged. */
    void close(String reason);

    /** Ends the connection at once, with what was queued; the reason is logged, and told to {@link HandlerSession#closed}. */
    void abort(String reason);
}
