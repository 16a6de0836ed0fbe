package dev.ovsdb.jsonrpc.events;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody may be recording. To be asked before an event class is touched: JVMs up to 21 instrument each one as they load it, for
 * which the flight recorder reads all that it knows, and that is a quarter of the start of a program that is never recorded.
 */
public final class Recording {
    private Recording() {}

    /** True once the flight recorder was started, by whatever means. A volatile read. */
    public static boolean isPossible() {
        return FlightRecorder.isInitialized();
    }

    /** The event of an attempt to connect that begins now; null while nobody records. */
    public static @Nullable ConnectFailedEvent connecting() {
        return isPossible() ? ConnectFailedEvent.start() : null;
    }

    /** The event of a TLS handshake that begins now; null while nobody records. */
    public static @Nullable TlsHandshakeEvent shakingHands() {
        return isPossible() ? TlsHandshakeEvent.start() : null;
    }
}
