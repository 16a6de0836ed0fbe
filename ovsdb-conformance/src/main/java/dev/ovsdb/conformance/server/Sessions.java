package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;

/** How sessions with one server come about. For one thread. */
interface Sessions extends AutoCloseable {
    /** With the server that listens there, or that connects to there. */
    static Sessions with(ConnectionMethod remote, Options options) {
        return remote instanceof ConnectionMethod.Passive here
                ? new Reception(here, options)
                : new Dialer((ConnectionMethod.Active) remote, options);
    }

    /**
     * A session on which nothing was said yet, or nothing that lasts.
     *
     * @throws ConformanceException if nobody is there, or speaks TLS as it should
     */
    RawSession open();

    /** Whether there can be so many at a time. Asked while there is none. */
    boolean canBe(int count);

    /**
     * Takes a session back, which the caller uses no longer.
     *
     * @param asNew whether all that was asked on it was answered, and nothing of it lasts: no monitor, no lock
     */
    void giveBack(RawSession session, boolean asNew);

    /** Ends those that nobody uses: a conversion, which ends sessions, was asked for, and may be about to end them. */
    void dropWaiting();

    @Override
    void close();
}
