package dev.ovsdb.client.monitor;

import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A monitor that the session keeps up until it is cancelled, over as many connections as it takes. Thread-safe. */
public interface Monitor {
    /** The monitored database. */
    String database();

    /** What is monitored: as asked for first, with the conditions of the last {@link #change} that was acknowledged. */
    MonitorRequests requests();

    /** The request in use on the present connection, or on the last one. */
    MonitorMethod method();

    /** Where the monitor stands. */
    State state();

    /** Id of the last transaction whose changes were delivered; the zero UUID if the server gave none (E21). */
    UUID lastTransactionId();

    /**
     * Replaces conditions ({@code monitor_cond_change}). The listener is told what enters and leaves the new conditions
     * before the future completes (E23).
     *
     * @param conditions the tables to change; those that are left out keep their conditions
     * @return completes when the server has acknowledged the conditions. If the connection ends before that, the new
     *     conditions are used from the next connection on, the contents are delivered anew, and the future completes with
     *     them. Fails with {@code RemoteErrorException} (the old conditions stay, also if it was the contents that were
     *     refused for them), with {@code RequestTimeoutException} (the old conditions are used from the next connection
     *     on, with contents delivered anew; until then the server may use either), with
     *     {@code ConnectionClosedException} when the session is closed, with {@code CancellationException} when the
     *     monitor is cancelled, and with {@code IllegalStateException} for {@link MonitorMethod#MONITOR}, which knows no
     *     conditions
     */
    CompletableFuture<Void> change(MonitorConditions conditions);

    /**
     * Ends the monitor. Nothing is delivered any more after this call on the session's event loop, and soon after it from
     * other threads. Asking twice is harmless.
     *
     * @return completes when the server has answered, at once without a connection. Fails with
     *     {@code RemoteErrorException}, {@code RequestTimeoutException} or {@code ConnectionClosedException}; the monitor
     *     has ended in any case
     */
    CompletableFuture<Void> cancel();

    /** Where a monitor stands. */
    enum State {
        /** Waits for a connection, or for the contents. */
        PENDING,
        /** Has its contents and follows changes. */
        ACTIVE,
        /** The server refused it on the present connection; it is asked for again. */
        REFUSED,
        /** Over. */
        ENDED
    }
}
