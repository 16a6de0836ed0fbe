package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import org.junit.jupiter.api.Test;

/** Our replica, and with it our client, is held to every case for clients. */
class OurClientTest {
    @Test
    void aReplicaPasses() {
        Report report = Conformance.builder()
                .client(
                        "replica",
                        remote -> Idl.of(Interest.everything(
                                        Conformance.databases().get(0)))
                                .connect(remote))
                .run();
        report.requirePassed();
        assertThat(report.of("replica").with(Outcome.NOT_RUN)).isEmpty();
    }
}
