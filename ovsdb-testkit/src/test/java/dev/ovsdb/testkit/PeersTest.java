package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class PeersTest {
    private final String before = System.getProperty(Peers.REQUIRE);

    @AfterEach
    void restore() {
        if (before == null) System.clearProperty(Peers.REQUIRE);
        else System.setProperty(Peers.REQUIRE, before);
    }

    @Test
    void aMissingProgramSkipsTheTestAndNamesItsPackage() {
        System.setProperty(Peers.REQUIRE, "false");
        assertThatThrownBy(() -> Peers.require("sh", "no-such-peer"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(Peers.MISSING + "no-such-peer is not installed")
                .hasMessageContaining("apt-get install no-such-peer");
        assertThat(PeerPackages.advice("ovsdb-server")).contains("apt-get install openvswitch-switch");
    }

    @Test
    void aMissingProgramFailsTheTestWherePeersAreRequired() {
        System.setProperty(Peers.REQUIRE, "true");
        assertThatThrownBy(() -> Peers.require("no-such-peer"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no-such-peer");
        assertThatThrownBy(() -> Peers.requirePythonModule("no_such_module")).isInstanceOf(AssertionFailedError.class);
        assertThatThrownBy(() -> InstalledSchemas.require("none.ovsschema")).isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void whatIsThereIsFound() {
        Peers.require("sh");
        assertThat(Peers.program("sh")).isExecutable();
    }
}
