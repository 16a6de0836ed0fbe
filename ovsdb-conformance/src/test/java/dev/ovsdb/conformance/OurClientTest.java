package dev.ovsdb.conformance;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import org.junit.jupiter.api.Test;

/** Our replica, and with it our client, is held to every case for clients. */
class OurClientTest {
    @Test
    void aReplicaPasses() {
        Conformance.builder()
                .client("replica", remote -> Idl.of(Interest.everything(Conformance.databases().get(0)))
                        .connect(remote))
                .run()
                .requirePassed();
    }
}
