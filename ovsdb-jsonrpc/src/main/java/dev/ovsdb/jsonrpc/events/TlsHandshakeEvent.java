package dev.ovsdb.jsonrpc.events;

import javax.net.ssl.SSLSession;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A TLS handshake was completed or failed; lasts as long as the handshake. */
@Name("dev.ovsdb.TlsHandshake")
@Label("TLS Handshake")
@Description("A TLS handshake was completed or failed; lasts as long as the handshake.")
@Category({"OVSDB", "Connections"})
@StackTrace(false)
public final class TlsHandshakeEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Protocol")
    @Nullable
    String protocol;

    @Label("Cipher Suite")
    @Nullable
    String cipherSuite;

    @Label("Failure")
    @Description("Empty if the handshake was completed")
    @Nullable
    String failure;

    private TlsHandshakeEvent() {}

    /** A handshake begins. */
    static TlsHandshakeEvent start() {
        TlsHandshakeEvent event = new TlsHandshakeEvent();
        event.begin();
        return event;
    }

    /** The handshake is over; {@code cause} is null if it was completed. */
    public void end(Object with, SSLSession session, @Nullable Throwable cause) {
        if (!shouldCommit()) return;
        peer = with.toString();
        protocol = session.getProtocol();
        cipherSuite = session.getCipherSuite();
        failure = cause == null ? null : cause.toString();
        commit();
    }
}
