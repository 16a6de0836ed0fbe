package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import java.time.Duration;

/** What must hold after each test, whatever it was about. */
public final class Aftermath {
    private Aftermath() {}

    /** Closes the connection and checks that nothing is left of it: no call without an end, no timer. */
    public static void check(ManualEventLoop loop, JsonRpcConnection connection) {
        connection.close();
        loop.advance(Duration.ofMinutes(1));
        if (!connection.closed().isDone()) {
            throw new AssertionError("the connection did not end");
        }
        if (connection.pendingCalls() != 0) {
            throw new AssertionError(connection.pendingCalls() + " calls have not ended");
        }
        if (loop.timers() != 0) {
            throw new AssertionError(loop.timers() + " timers are left");
        }
    }
}
