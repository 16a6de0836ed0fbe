package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import java.util.Optional;

/** The result of a request for a monitor. To be closed exactly once, whether it is sent or not. */
public interface MonitorReply extends BodySource {
    /** The whole text, if it is small and was made at once; then it need not be asked for piece by piece. */
    Optional<JsonBytes> whole();

    /**
     * When it last made progress, by the hub's clock: a piece was asked for or handed over. A reply whose client stands still keeps
     * old values of rows in memory. Any thread.
     */
    long lastProgressNanos();
}
