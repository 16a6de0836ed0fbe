package dev.ovsdb.testkit.idl;

import dev.ovsdb.testkit.junit.RequiresPeer;
import org.junit.jupiter.api.Test;

/** One number, eight writers on connections that are cut: no increase is lost, and none counts twice. */
class CounterIT {
    private static final int UNKNOWN = 50;

    @Test
    void noIncreaseIsLostOnOurServer() throws Exception {
        try (IdlServer server = IdlServer.ours()) {
            CounterRun.run(server, UNKNOWN);
        }
    }

    @Test
    @RequiresPeer("ovsdb-server")
    void noIncreaseIsLostOnTheReference() throws Exception {
        try (IdlServer server = IdlServer.reference()) {
            CounterRun.run(server, UNKNOWN);
        }
    }
}
